// The page of a report: a passage is opened beside the text, and corrected by selecting words or by keys.

import { Correcting } from "./correcting.js";
import { Handles } from "./handles.js";
import { parse, Text, write } from "./places.js";
import { needsReason } from "./queue.js";

const HEARD = 60; // characters of a passage that are read out where the keyboard stops at it
const ROOM = 120; // pixels between words that are shown and what may hide them
const FIELDS = "input, select, textarea";

export function report(page) {
  const panel = page.querySelector("#panel");
  const place = page.querySelector(".report .text");
  if (panel && place) new Reading(page, panel, place);
}

class Reading {
  constructor(page, panel, place) {
    this.page = page;
    this.panel = panel;
    this.place = place;
    this.text = new Text(place, panel.dataset.language);
    this.body = panel.querySelector(".panel-body");
    this.status = panel.querySelector("[role=status]");
    this.chosen = panel.querySelector(".chosen");
    this.missed = page.querySelector("#missed form");
    place.querySelectorAll("a.said").forEach(free);
    place.querySelectorAll(".at").forEach((each) => stop(each, this.parts(each.id)[0]));
    this.anchors = [...place.querySelectorAll(".at")].map((each) => each.id);
    this.listen();
    const there = location.hash.slice(1);
    if (this.anchors.includes(there) && place.querySelector(`.waiting[href="/passage/${there}"]`)) this.open(there);
  }

  listen() {
    this.place.addEventListener("click", (event) => this.clicked(event));
    this.panel.addEventListener("submit", (event) => this.send(event));
    this.panel.querySelector("[data-close]").addEventListener("click", () => this.close());
    this.page.addEventListener("keydown", (event) => this.pressed(event));
    if (!this.chosen) return;
    this.page.addEventListener("selectionchange", () => this.selected());
    // What is selected stays so while a button takes it.
    this.chosen.addEventListener("pointerdown", (event) => event.preventDefault());
    this.chosen.addEventListener("mousedown", (event) => event.preventDefault());
    this.chosen.addEventListener("click", (event) => this.take(event.target.closest("[data-as]")?.dataset.as));
    this.prepare(this.missed);
    this.handles = new Handles(this.place, this.text, { drag: (end, to) => this.drag(end, to), step: (key) => this.move(key) });
  }

  // ---------------------------------------------------------- one passage after another

  // The stretches of the text in which a passage is the innermost.
  parts(anchor) {
    return [...this.place.querySelectorAll(`[data-passage="${anchor}"]`)];
  }

  clicked(event) {
    const link = event.target.closest(".said, .to-rule, .stamp.waiting");
    const anchor = link && (link.dataset.passage ?? anchorOf(link));
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (getSelection().isCollapsed) this.go(anchor);
  }

  go(anchor) {
    if (this.picking) this.pick(anchor);
    else this.open(anchor);
  }

  step(by) {
    const at = this.anchors.indexOf(this.at ?? location.hash.slice(1));
    const to = this.anchors[Math.min(Math.max(at + by, 0), this.anchors.length - 1)];
    if (!to) return;
    this.at = to;
    this.page.getElementById(to).focus();
    if (this.correcting && !this.picking) this.open(to, false);
  }

  async open(anchor, enter = true) {
    this.at = anchor;
    const asked = (this.asked = fetch(`/passage/${anchor}`));
    const answer = await asked.catch(() => null);
    if (asked !== this.asked) return;
    const article = answer?.ok && !answer.redirected && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".passage");
    if (!article) return location.assign(`/passage/${anchor}`);
    this.body.replaceChildren(this.page.adoptNode(article));
    this.correcting = new Correcting(article, this.text, (places) => this.draw(places));
    this.offer(article);
    this.unfold();
    this.reveal(this.correcting.read.content);
    this.panel.scrollTop = 0;
    this.panel.classList.remove("bare");
    this.say("");
    if (enter) article.querySelector("h2").focus({ preventScroll: true });
  }

  offer(article) {
    const button = article.querySelector(".pick");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      this.picking = !this.picking && button;
      button.setAttribute("aria-pressed", Boolean(this.picking));
      this.say(this.picking ? "Click the other passage, or go to it with j and k and press Enter." : "");
    });
  }

  pick(anchor) {
    const button = this.picking;
    this.picking = null;
    button.setAttribute("aria-pressed", false);
    const field = button.closest("form").querySelector("[name=on][list]");
    field.value = anchor;
    this.say(`One with ${anchor}.`);
    button.closest("form").querySelector("[name=because]").focus();
  }

  unfold() {
    this.panel.hidden = false;
    this.page.documentElement.classList.add("with-panel");
  }

  close() {
    if (this.body.contains(this.missed)) this.page.querySelector("#missed").append(this.missed);
    this.body.replaceChildren();
    this.correcting = this.picking = null;
    this.panel.hidden = true;
    this.page.documentElement.classList.remove("with-panel");
    this.draw({});
    this.page.getElementById(this.at)?.focus({ preventScroll: true });
  }

  draw(places) {
    this.handles?.show(this.held(places) ? places.content : []);
    if (!globalThis.Highlight) return;
    for (const name of ["content", "other", "source", "cue"]) {
      CSS.highlights.set(`passage-${name}`, new Highlight(...this.text.ranges(places[name] ?? [])));
    }
  }

  // Whether the words have ends that can be moved: not where they were typed, or are cut in two.
  held(places) {
    return Boolean(places.content?.length) && !places.other?.length && (this.body.contains(this.missed) || places.held);
  }

  // No words that are meant are behind the sheet at the bottom of a small page, or the head of a large one.
  reveal(places) {
    const box = this.text.ranges(places)[0]?.getBoundingClientRect();
    const low = getComputedStyle(this.panel).position === "fixed" ? this.panel.getBoundingClientRect().top : innerHeight;
    if (box?.bottom > low) scrollBy(0, box.bottom - low + ROOM);
    else if (box?.top < ROOM) scrollBy(0, box.top - ROOM);
  }

  // What is refused is told here, with everything as it was typed.
  async send(event) {
    event.preventDefault();
    const form = event.target;
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok) return this.say((await answer?.json().catch(() => null))?.what ?? "It was not sent. Try again.");
    history.replaceState(null, "", form.elements.back.value);
    location.reload();
  }

  say(words) {
    this.status.textContent = words;
  }

  // ---------------------------------------------------------- words that are selected

  selected() {
    const selection = getSelection();
    if (!selection.rangeCount || !this.place.contains(selection.anchorNode)) return;
    const found = selection.isCollapsed ? null : this.text.taken(selection.getRangeAt(0));
    this.choose(found);
  }

  choose(found) {
    this.taken = found;
    this.chosen.hidden = !found;
    if (found) {
      this.chosen.querySelector("bdi").textContent = this.text.words([found]);
      this.chosen.querySelector(".with-passage").hidden = !this.correcting;
      if (this.panel.hidden) this.panel.classList.add("bare");
      this.unfold();
    } else if (this.panel.matches(".bare")) this.close();
  }

  take(as) {
    const found = this.taken;
    if (!as || !found) return;
    if (as === "missed") this.miss(found);
    else if (this.correcting?.take(found, as)) this.say(`${SAID[as]}: “${this.text.words([found])}”`);
    else this.say("The cut lies outside the passage.");
    getSelection().removeAllRanges();
    this.choose(null);
  }

  // ---------------------------------------------------------- what was missed

  prepare(form) {
    const field = form.querySelector(".place[data-place=content]");
    field.querySelector(".ends").hidden = false;
    form.querySelectorAll(".place textarea").forEach((each) =>
      each.addEventListener("input", () => { each.closest(".place").querySelector("input").value = ""; }));
    form.addEventListener("click", (event) => {
      const key = event.target.closest("[data-end]")?.dataset.end;
      if (key) this.stretch(key);
    });
  }

  miss(place) {
    this.panel.classList.remove("bare");
    this.correcting = null;
    this.body.replaceChildren(this.missed);
    this.put(place);
    this.unfold();
    this.missed.querySelector("[name=name]").focus();
  }

  put(place) {
    this.missed.querySelector("[name=content]").value = this.text.words([place]);
    this.missed.querySelector("[name=content-at]").value = write([place]);
    this.draw({ content: [place] });
    this.reveal([place]);
  }

  // An end of the words that were missed, by a word.
  stretch(key) {
    const [place] = parse(this.missed.querySelector("[name=content-at]").value);
    if (place) this.put(this.text.stepped(place, key));
  }

  // An end of the words, dragged to a character.
  drag(end, to) {
    if (!this.body.contains(this.missed)) return this.correcting?.drag(end, to);
    const [place] = parse(this.missed.querySelector("[name=content-at]").value);
    if (place) this.put(this.text.dragged(place, end, to));
  }

  // The first word behind the passage that one stands at.
  next() {
    const last = this.parts(this.at).at(-1);
    const end = last ? this.text.pieces.findLast((piece) => last.contains(piece.node)).end : 0;
    const words = this.text.tokens().filter((word) => /[\p{L}\p{N}]/u.test(this.text.between(...word)));
    return words.find((word) => word[0] >= end) ?? words.at(-1);
  }

  // ---------------------------------------------------------- keys

  pressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return this.back(event);
    if (event.target.matches?.(FIELDS)) return;
    if ((event.key === "Enter" || event.key === " ") && event.target.matches?.(".at")) {
      event.preventDefault();
      return this.go(event.target.id);
    }
    if (this.keyed(event.key)) event.preventDefault();
  }

  back(event) {
    if (this.page.querySelector("dialog[open]") || this.panel.hidden) return;
    event.preventDefault();
    if (event.target.matches?.(FIELDS)) this.body.querySelector("h2, button")?.focus();
    else if (this.picking) this.picking.click();
    else this.close();
  }

  keyed(key) {
    if (key === "j" || key === "k") this.step(key === "j" ? 1 : -1);
    else if ("[]{}".includes(key)) return this.move(key);
    else if (key === "m" && this.chosen) this.miss(this.taken ?? this.next());
    else if ("arue".includes(key) && this.at && this.chosen) this.judge(key);
    else return false;
    return true;
  }

  move(key) {
    if (this.body.contains(this.missed)) this.stretch(key);
    else if (!this.correcting?.form) return false;
    else this.correcting.step(key, this.correcting.splitting.open);
    return true;
  }

  async judge(key) {
    if (this.correcting?.article.dataset.passage !== this.at) await this.open(this.at);
    const form = this.correcting?.form;
    const judgement = form?.querySelector(`[data-key=${key}]`);
    if (!judgement) return;
    this.correcting.choose(judgement.value);
    if (key === "e") form.querySelector("textarea").focus();
    else if (needsReason(judgement)) form.querySelector("[name=because]").focus();
    else form.requestSubmit();
  }
}

// From within a link, or anything that takes the focus, no words can be selected with the mouse.
function free(link) {
  link.dataset.passage = anchorOf(link);
  link.removeAttribute("href");
}

// Where the keyboard stops at a passage instead: before its first word.
function stop(at, part) {
  at.tabIndex = 0;
  at.setAttribute("role", "button");
  at.setAttribute("aria-label", `Passage ${at.id}: ${(part?.textContent ?? "").slice(0, HEARD)}`);
}

function anchorOf(link) {
  return link.getAttribute("href").split("/").at(-1);
}

const SAID = {
  content: "Its words",
  also: "Its words too",
  source: "Its source",
  cue: "By the word",
  hand: "A hand more",
  split: "Cut at an end of",
};
