// Small comforts; every page can be read and used without them.
import { keys } from "./keys.js";
import { watch } from "./work.js";

keys(document);
watch(document.querySelector("[data-work]"));
