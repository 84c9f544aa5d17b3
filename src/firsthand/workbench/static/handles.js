// Handles at both ends of the words that are meant: dragged by mouse, finger or pen to where these begin and end,
// or moved by a word with an arrow, which goes the way it points in any direction of writing.

const CALLED = { start: "Where the words begin", end: "Where the words end" };
const KEYS = { start: ["[", "{"], end: ["}", "]"] }; // an end a word earlier, a word later

export class Handles {
  // `drag` is told an end and where it is dragged to, `step` a key that moves an end by a word.
  constructor(place, text, { drag, step }) {
    this.place = place;
    this.text = text;
    this.drag = drag;
    this.step = step;
    this.ends = Object.fromEntries(["start", "end"].map((end) => [end, this.made(end)]));
    place.classList.add("handled");
    place.append(...Object.values(this.ends));
    new ResizeObserver(() => this.show(this.places)).observe(place);
  }

  made(end) {
    const handle = document.createElement("button");
    handle.type = "button";
    handle.className = `handle ${end}`;
    handle.hidden = true;
    handle.setAttribute("aria-label", `${CALLED[end]}: arrows move it by a word`);
    handle.addEventListener("pointerdown", (event) => this.taken(event, handle));
    handle.addEventListener("pointermove", (event) => this.dragged(event, handle, end));
    handle.addEventListener("lostpointercapture", () => handle.classList.remove("dragged"));
    handle.addEventListener("keydown", (event) => this.pressed(event, end));
    return handle;
  }

  show(places) {
    this.places = places;
    const here = this.place.getBoundingClientRect();
    for (const [end, handle] of Object.entries(this.ends)) {
      const edge = places?.length && this.text.edge(places, end);
      handle.hidden = !edge;
      if (!edge) continue;
      handle.classList.toggle("left", edge.left);
      handle.style.left = `${edge.x - here.left}px`;
      handle.style.top = `${edge.bottom - here.top}px`;
    }
  }

  // What is pointed at lies as far from where the handle is held as the end of the words does.
  taken(event, handle) {
    if (event.button) return;
    event.preventDefault();
    const edge = this.text.edge(this.places, handle === this.ends.start ? "start" : "end");
    this.off = [event.clientX - edge.x, event.clientY - (edge.top + edge.bottom) / 2];
    handle.setPointerCapture(event.pointerId);
    handle.classList.add("dragged");
    handle.focus({ preventScroll: true });
  }

  dragged(event, handle, end) {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const to = this.text.pointed(event.clientX - this.off[0], event.clientY - this.off[1]);
    if (to !== null) this.drag(end, to);
  }

  pressed(event, end) {
    const arrow = ["ArrowLeft", "ArrowRight"].indexOf(event.key);
    if (arrow < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const leftwards = this.text.runsLeft(this.places, end);
    this.step(KEYS[end][leftwards ? 1 - arrow : arrow]);
  }
}
