// What is otherwise in a passage, said in its forms: places are taken from the text, or moved by a word.

import { add, hands } from "./hands.js";
import { joined, parse, write } from "./places.js";

export class Correcting {
  // `shown` draws places in the text, by what they are.
  constructor(article, text, shown) {
    this.article = article;
    this.text = text;
    this.shown = shown;
    this.read = Object.fromEntries(["content", "source", "cue"].map((name) => [name, parse(article.dataset[name] ?? "")]));
    this.form = article.querySelector(".correcting");
    if (this.form) this.begin();
    this.show();
  }

  begin() {
    this.list = this.form.querySelector(".hands ol");
    hands(this.list);
    for (const place of this.article.querySelectorAll(".place")) {
      const field = place.querySelector("textarea");
      const at = place.querySelector("input");
      at.value = at.dataset.was;
      field.addEventListener("input", () => {
        at.value = "";
        this.show();
      });
    }
    this.form.querySelector(".otherwise").addEventListener("input", () => this.choose("correct"));
    this.form.querySelector(".otherwise").addEventListener("change", () => this.choose("correct"));
    this.article.querySelectorAll(".ends").forEach((each) => { each.hidden = false; });
    this.article.addEventListener("click", (event) => {
      const key = event.target.closest("[data-end]")?.dataset.end;
      if (key) this.step(key, Boolean(event.target.closest(".splitting")));
    });
    this.splitting = this.article.querySelector(".split");
    this.splitting.addEventListener("toggle", () => {
      if (this.splitting.open && !this.at) this.cut(this.middle());
      this.show();
    });
  }

  field(name) {
    return this.form.querySelector(`.place[data-place=${name}] textarea`);
  }

  // Where a field says that it stands; null where it has words that were typed.
  places(name) {
    const at = this.form.querySelector(`.place[data-place=${name}] input`).value;
    return at || !this.field(name).value.trim() ? parse(at) : null;
  }

  put(name, places) {
    this.form.querySelector(`.place[data-place=${name}] input`).value = write(places);
    this.field(name).value = this.text.words(places);
    this.choose("correct");
    this.show();
  }

  choose(judgement) {
    this.form.querySelector(`[value=${judgement}]`).checked = true;
    if (judgement === "correct") this.form.querySelector(".otherwise").open = true;
  }

  // Words that are selected are the content, the source, …; what was done is told.
  take(place, as) {
    const words = this.text.words([place]);
    if (as === "split") return this.cut(this.edge(place));
    if (as === "hand") {
      add(this.list, words, write([place]));
      this.choose("correct");
    } else if (as === "also") this.put("content", joined([...(this.places("content") ?? []), place]));
    else this.put(as, [place]);
    if (as === "source") {
      this.form.querySelector("[name=name]").value = words;
      this.form.querySelector("[name=unstated]").checked = false;
    }
    return true;
  }

  // The edge of what is selected that lies inside the passage.
  edge([start, end]) {
    const inside = (at) => this.read.content.some((part) => part[0] < at && at < part[1]);
    return inside(start) ? start : end;
  }

  middle() {
    const words = this.text.tokens().filter(([at]) => this.read.content.some((part) => part[0] <= at && at < part[1]));
    return words[Math.floor(words.length / 2)]?.[0];
  }

  cut(at) {
    const parts = at === undefined ? [] : this.text.cutAt(this.read.content, at);
    if (!parts.length || parts.some((part) => !part.length)) return false;
    this.at = at;
    this.splitting.open = true;
    this.splitting.querySelectorAll(".place").forEach((place, n) => {
      place.querySelector("textarea").value = this.text.words(parts[n]);
      place.querySelector("input").value = write(parts[n]);
    });
    this.show();
    return true;
  }

  // An end of the words, or where they are cut, by a word.
  step(key, splitting) {
    if (splitting) {
      const back = key === "[" || key === "}";
      const words = this.text.tokens().map((word) => word[0]);
      const to = back ? words.findLast((word) => word < this.at) : words.find((word) => word > this.at);
      return this.cut(to);
    }
    return this.moved(key === "[" || key === "{", (place) => this.text.stepped(place, key));
  }

  // An end of the words, dragged to a character.
  drag(which, to) {
    this.moved(which === "start", (place) => this.text.dragged(place, which, to));
  }

  moved(first, move) {
    const places = this.places("content");
    if (!places?.length) return false;
    const n = first ? 0 : places.length - 1;
    places[n] = move(places[n]);
    this.put("content", joined(places));
    return true;
  }

  show() {
    const told = (name) => (this.form && this.places(name)) ?? this.read[name];
    const cut = this.splitting?.open && this.at ? this.text.cutAt(this.read.content, this.at) : [told("content"), []];
    const held = Boolean(this.form && this.places("content")?.length);
    this.shown({ content: cut[0], other: cut[1], source: told("source"), cue: told("cue"), held });
  }
}
