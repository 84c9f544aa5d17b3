// Small comforts; every page can be read and used without them.
import { copying } from "./copy.js";
import { draw } from "./draw.js";
import { keys } from "./keys.js";
import { leaves } from "./leaves.js";
import { look } from "./look.js";
import { report } from "./passage.js";
import { queue } from "./queue.js";
import { sending } from "./send.js";
import { watch } from "./work.js";

keys(document);
showPart(document.querySelector(".bench [aria-current]"));
copying(document);
leaves(document.querySelector("[data-leaves]"));
report(document);
draw(document.querySelector("[data-region]"));
queue(document.querySelector(".queue"));
watch(document.querySelector("[data-work]"));
sending(document);
look(document.querySelector(".find"));

// On a small page the parts of the case stand in a line that goes on sideways: the one that is open is in sight.
function showPart(link) {
  const line = link?.closest("ul");
  if (line) line.scrollLeft = link.offsetLeft - (line.clientWidth - link.offsetWidth) / 2;
}
