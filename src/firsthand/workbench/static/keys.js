// Keys: / to search, n and p for the next sheet and the one before, g and a letter for a part of the case,
// c to copy the note that cites a sheet, ? for help. Nothing is taken from whoever writes in a field.

import { copyNote } from "./copy.js";

const PARTS = { a: "/", b: "/findings", s: "/statements", r: "/reports", p: "/people", l: "/record", w: "/descent", q: "/queue" };

export function keys(page) {
  let went = 0;
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
    const going = Date.now() - went < 1500;
    went = 0;
    if (going && PARTS[event.key]) return lead(event, PARTS[event.key]);
    if (event.key === "g") went = Date.now();
    else if (event.key === "/") focus(event, page.querySelector("#q"));
    else if (event.key === "n") follow(event, page.querySelector("[rel=next]"));
    else if (event.key === "p") follow(event, page.querySelector("[rel=prev]"));
    else if (event.key === "c") copyNote(page);
    else if (event.key === "?") show(event, page.querySelector("#keys"));
  });
}

function writes(element) {
  return element.matches?.("input, select, textarea, [contenteditable]");
}

function lead(event, address) {
  event.preventDefault();
  location.assign(address);
}

function follow(event, link) {
  if (link) lead(event, link.href);
}

function focus(event, field) {
  event.preventDefault();
  field?.focus();
}

function show(event, dialog) {
  event.preventDefault();
  dialog?.showModal();
}
