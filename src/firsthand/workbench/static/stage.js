// The picture of a page, zoomed and moved: what is seen of it is a rectangle in its own pixels. Wheel with Ctrl
// or ⌘ (without, the page scrolls), two fingers, drag, + - 0 and arrows.

const MOST = 12; // times the whole page
const STEP = 1.5;
const MOVE = 0.2; // of what is seen, by an arrow
const SLIP = 4; // pixels that a click may move
const AROUND = { across: 1.1, down: 3 }; // what is seen around a line, by its width and height
const ARROWS = { ArrowLeft: [-MOVE, 0], ArrowRight: [MOVE, 0], ArrowUp: [0, -MOVE], ArrowDown: [0, MOVE] };

export class Stage {
  constructor(element) {
    this.element = element;
    this.image = element.querySelector("img");
    this.drawing = element.querySelector("svg");
    this.width = Number(this.image.getAttribute("width"));
    this.height = Number(this.image.getAttribute("height"));
    this.pointers = new Map();
    this.dragged = false;
    this.fitted = () => this.whole();
    element.tabIndex = 0;
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", `${this.image.alt}. Plus, minus and zero zoom, arrows move`);
    this.listen();
    new ResizeObserver(() => this.fitted()).observe(element);
  }

  // ------------------------------------------------------------ what is seen

  whole() {
    this.fitted = () => this.whole();
    this.show(this.width / 2, this.height / 2, this.widest());
  }

  wide() {
    this.fitted = () => this.wide();
    this.show(this.width / 2, 0, this.width);
  }

  to(box) {
    this.fitted = () => this.to(box);
    const down = box.height * AROUND.down * this.ratio();
    this.show(box.x + box.width / 2, box.y + box.height / 2, Math.max(box.width * AROUND.across, down));
  }

  zoom(times, at = this.middle()) {
    const width = this.seen.width / times;
    const kept = held(width, this.widest() / MOST, this.widest()) / this.seen.width;
    const x = at.x + (this.seen.x + this.seen.width / 2 - at.x) * kept;
    const y = at.y + (this.seen.y + this.seen.height / 2 - at.y) * kept;
    this.keep(x, y, width);
  }

  move(across, down) {
    const { x, y, width, height } = this.seen;
    this.keep(x + width / 2 + across, y + height / 2 + down, width);
    return this.seen.x !== x || this.seen.y !== y;
  }

  keep(x, y, width) {
    this.show(x, y, width);
    const middle = this.middle();
    this.fitted = () => this.show(middle.x, middle.y, this.seen.width);
  }

  // Shows so many pixels across, around a point; the page fills what it can.
  show(x, y, across) {
    const box = this.element;
    if (!box.clientWidth || !box.clientHeight) return;
    const width = held(across, this.widest() / MOST, this.widest());
    const height = width / this.ratio();
    this.seen = { x: inside(x, width, this.width), y: inside(y, height, this.height), width, height };
    this.drawing.setAttribute("viewBox", `${this.seen.x} ${this.seen.y} ${width} ${height}`);
    const small = Math.min(box.clientWidth / this.width, box.clientHeight / this.height);
    const scale = box.clientWidth / width;
    const left = this.seen.x * scale + ((box.clientWidth - this.width * small) / 2) * (scale / small);
    const top = this.seen.y * scale + ((box.clientHeight - this.height * small) / 2) * (scale / small);
    this.image.style.transform = `translate(${-left}px, ${-top}px) scale(${scale / small})`;
    box.classList.toggle("zoomed", width < this.widest() * 0.999);
  }

  ratio() {
    return this.element.clientWidth / this.element.clientHeight;
  }

  widest() {
    return Math.max(this.width, this.height * this.ratio());
  }

  middle() {
    return { x: this.seen.x + this.seen.width / 2, y: this.seen.y + this.seen.height / 2 };
  }

  // The place on the page, in its pixels, of a place in the window.
  at(event) {
    const box = this.element.getBoundingClientRect();
    const scale = this.seen.width / this.element.clientWidth;
    return { x: this.seen.x + (event.clientX - box.left) * scale, y: this.seen.y + (event.clientY - box.top) * scale };
  }

  // ------------------------------------------------------------ what is done to it

  do(what) {
    if (what === "in") this.zoom(STEP);
    else if (what === "out") this.zoom(1 / STEP);
    else if (what === "whole") this.whole();
    else if (what === "wide") this.wide();
    else return false;
    return true;
  }

  listen() {
    const stage = this.element;
    stage.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    stage.addEventListener("keydown", (event) => this.key(event));
    stage.addEventListener("pointerdown", (event) => this.down(event));
    stage.addEventListener("pointermove", (event) => this.drag(event));
    for (const end of ["pointerup", "pointercancel"]) {
      stage.addEventListener(end, (event) => this.pointers.delete(event.pointerId));
    }
    stage.addEventListener("dragstart", (event) => event.preventDefault());
    stage.addEventListener("click", (event) => this.dragged && swallow(event), true);
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.1 : 0.003)), this.at(event));
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const what = { "+": "in", "=": "in", "-": "out", "−": "out", 0: "whole" }[event.key];
    const [across, down] = ARROWS[event.key] ?? [0, 0];
    if (what ? this.do(what) : this.move(across * this.seen.width, down * this.seen.height)) swallow(event);
  }

  down(event) {
    this.dragged = false;
    if (event.button || this.take?.(event)) return;
    this.pointers.set(event.pointerId, event);
  }

  drag(event) {
    const was = this.pointers.get(event.pointerId);
    if (!was) return;
    if (!this.dragged && apart(was, event) < SLIP) return;
    if (!this.dragged) this.hold(event);
    const [from, to] = [this.at(was), this.at(event)];
    const other = [...this.pointers.values()].find((each) => each.pointerId !== event.pointerId);
    this.pointers.set(event.pointerId, event);
    if (other) this.zoom(apart(event, other) / Math.max(apart(was, other), 1), this.at(other));
    else this.move(from.x - to.x, from.y - to.y);
  }

  // What is dragged is the page, and no line on it any more.
  hold(event) {
    this.dragged = true;
    this.element.setPointerCapture(event.pointerId);
    this.element.focus({ preventScroll: true });
  }
}

function held(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

// Where what is seen begins, around a middle: on the page, and in its middle where it is all seen.
function inside(middle, seen, whole) {
  return seen >= whole ? (whole - seen) / 2 : held(middle - seen / 2, 0, whole - seen);
}

function apart(one, other) {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}

function swallow(event) {
  event.preventDefault();
  event.stopPropagation();
}
