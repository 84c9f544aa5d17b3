// The queue by keys: j and k from one proposal to the next; a, r, u rule; e and o lead on; z undoes the last
// ruling. What needs a reason asks for it: Enter in its field sends the ruling that was begun, and without a
// word in it with the reason that was given for such a ruling before. Whoever ruled stands at the next one at
// once; further ones are fetched before they are needed.

import { send, tell } from "./send.js";

const AHEAD = 8; // proposals on the page below which further ones are fetched
const STALE = "The case was traced anew. Show the queue as it is now.";

export function queue(list) {
  if (list) new Queue(list);
}

class Queue {
  constructor(list) {
    this.list = list;
    this.reasons = new Map();
    this.made = list.querySelector("[name=made]")?.value;
    this.done = [];
    this.at = null;
    list.addEventListener("submit", (event) => this.submitted(event));
    list.addEventListener("focusin", (event) => this.mark(event.target.closest("li[id]") ?? this.at));
    document.addEventListener("keydown", (event) => this.pressed(event));
    const open = this.open();
    this.here(open.find((item) => `#${item.id}` === location.hash) ?? open[0] ?? null);
  }

  open() {
    return [...this.list.querySelectorAll("li[id]:not(.ruled)")];
  }

  // ---------------------------------------------------------- where one stands

  mark(item) {
    if (item === this.at || item?.matches(".ruled")) return;
    this.at?.classList.remove("here");
    this.at = item;
    item?.classList.add("here");
  }

  here(item) {
    this.mark(item);
    if (!item) return;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "start" });
  }

  step(by) {
    const open = this.open();
    if (open.length) this.here(open[Math.min(Math.max(open.indexOf(this.at) + by, 0), open.length - 1)]);
  }

  // ---------------------------------------------------------- keys

  pressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, select, textarea")) return this.written(event);
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "j" || event.key === "k") this.step(event.key === "j" ? 1 : -1);
    else if (event.key === "z") this.undo(this.done.at(-1));
    else if ("arueo".includes(event.key)) this.press(event.key, event.repeat);
    else return;
    event.preventDefault();
  }

  written(event) {
    const field = event.target;
    if (!field.matches(".queue [name=because]")) return;
    if (event.key === "Escape") {
      this.begun = null;
      this.here(this.at);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (event.repeat || event.isComposing || this.begun?.form !== field.form) return;
      field.value = field.value.trim() || this.reasons.get(this.begun.value) || "";
      if (field.value) field.form.requestSubmit(this.begun);
    }
  }

  press(key, held) {
    const button = this.at?.querySelector(`form.ruling [data-key="${key}"]`);
    if (!button || held) return;
    if (!button.matches("button")) return button.click();
    const why = button.form.elements.because;
    if (!needsReason(button) || why.value.trim()) return button.form.requestSubmit(button);
    this.begun = button;
    const before = this.reasons.get(button.value);
    why.placeholder = before ? `Why “${button.textContent}”? Enter: ${before}` : `Why “${button.textContent}”?`;
    why.focus();
  }

  // ---------------------------------------------------------- ruling and undoing

  async submitted(event) {
    const form = event.target;
    event.preventDefault();
    const answer = await send(form, event.submitter);
    if (!answer) return;
    if (answer.what) return tell(form, answer.what);
    if (form.matches(".undo")) this.reopened(form.closest("li"));
    else this.ruled(form.closest("li"), event.submitter, answer.value);
  }

  ruled(item, button, ruling) {
    const why = button.form.elements.because.value.trim();
    if (why) this.reasons.set(button.value, why);
    button.form.querySelector(".refused")?.remove();
    const open = this.open();
    const next = open[open.indexOf(item) + 1] ?? open[open.indexOf(item) - 1] ?? null;
    item.classList.add("ruled");
    item.append(undoing(button.form, ruling, `Ruling ${ruling.number}: ${button.textContent}${why ? `, ${why}` : ""}.`));
    this.done.push(item);
    this.begun = null;
    document.querySelector(".last")?.remove();
    this.here(next);
    if (!next) item.querySelector(".undo button").focus();
    if (open.length < AHEAD) this.further();
  }

  undo(item) {
    (item ?? document.querySelector(".last"))?.querySelector("form.undo")?.requestSubmit();
  }

  reopened(item) {
    this.done = this.done.filter((each) => each !== item);
    item.querySelector("form.undo").remove();
    item.classList.remove("ruled");
    this.here(item);
  }

  // ---------------------------------------------------------- further proposals

  async further() {
    const link = document.querySelector(".turning [rel=next]");
    if (!link || this.fetching) return;
    const address = new URL(link.href);
    address.searchParams.set("start", Number(this.list.dataset.start) + this.open().length);
    this.fetching = true;
    const answer = await fetch(address).catch(() => null);
    const found = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    this.fetching = false;
    if (found) this.append(found, link);
  }

  append(found, link) {
    const items = [...found.querySelectorAll(".queue li[id]")];
    const made = found.querySelector(".queue [name=made]")?.value;
    if (made && made !== this.made) return stale(link);
    const nothing = this.open().length === 0;
    this.list.append(...items.filter((item) => !document.getElementById(item.id)).map((item) => document.adoptNode(item)));
    const next = found.querySelector(".turning");
    const place = link.closest(".turning");
    if (next) place.replaceWith(document.adoptNode(next));
    else place.remove();
    if (nothing) this.here(this.open()[0] ?? null);
  }
}

// What was ruled, in place of its form, and the way to undo it.
function undoing(form, ruling, said) {
  const made = document.createElement("form");
  made.className = "undo";
  made.method = "post";
  made.action = "/rulings/undo";
  const words = document.createElement("span");
  words.setAttribute("role", "status");
  words.textContent = said;
  const button = document.createElement("button");
  button.className = "plain";
  button.textContent = "Undo";
  button.setAttribute("aria-label", `Undo ruling ${ruling.number}`);
  made.append(hidden("token", form.elements.token.value), hidden("number", ruling.number), hidden("back", "/queue"), words, button);
  return made;
}

function hidden(name, value) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  return field;
}

function stale(link) {
  link.href = location.pathname + location.search;
  link.textContent = STALE;
}

export function needsReason(button) {
  return button.value !== "accept";
}
