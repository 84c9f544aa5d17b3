// Small comforts; every page can be read and used without them.
import { keys } from "./keys.js";
import { leaves } from "./leaves.js";
import { report } from "./passage.js";
import { queue } from "./queue.js";
import { watch } from "./work.js";

keys(document);
leaves(document.querySelector("[data-leaves]"));
report(document);
queue(document.querySelector(".queue"));
watch(document.querySelector("[data-work]"));
