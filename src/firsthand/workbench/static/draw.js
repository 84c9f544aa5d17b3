// Where a line stands on its page: a box that is drawn from corner to corner, moved and resized by hand or by
// keys. What is sent are the numbers in the form, which can be typed as well.
import { Stage } from "./stage.js";

const NEAR = 10; // pixels from a corner that are the corner
const FINE = 250; // of what is seen, by an arrow
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function draw(form) {
  if (form) new Drawing(form);
}

class Drawing {
  constructor(form) {
    this.fields = ["x", "y", "width", "height"].map((name) => form.elements[name]);
    this.told = form.elements.told;
    this.stage = new Stage(document.querySelector(".stage"));
    this.box = this.stage.drawing.querySelector(".region");
    this.box.tabIndex = 0;
    this.box.setAttribute("role", "group");
    document.querySelector(".drawing").classList.add("live");
    this.listen(form);
    this.draws(true);
    this.show();
    if (this.drawn()) requestAnimationFrame(() => this.stage.to(this.at()));
  }

  listen(form) {
    const stage = this.stage.element;
    this.stage.take = (event) => this.take(event);
    stage.addEventListener("pointermove", (event) => this.dragging?.(this.stage.at(event)) ?? this.hint(event));
    for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, () => this.end());
    this.box.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("input", () => this.show());
    document.querySelector("[data-draw]").addEventListener("click", () => this.draws(!this.drawing));
    document.querySelector("[data-put]").addEventListener("click", () => this.put());
    document.querySelector(".tools").addEventListener("click", (event) => this.zoom(event.target.dataset.zoom));
  }

  draws(on) {
    this.drawing = on;
    document.querySelector("[data-draw]").setAttribute("aria-pressed", String(on));
    this.stage.element.classList.toggle("draws", on);
  }

  zoom(how) {
    if (how && !this.stage.do(how) && this.drawn()) this.stage.to(this.at());
  }

  // ------------------------------------------------------------ the box, as the form has it

  at() {
    const [x, y, width, height] = this.fields.map((field) => Number(field.value) || 0);
    return { x, y, width, height };
  }

  drawn() {
    const { width, height } = this.at();
    return width > 0 && height > 0;
  }

  set(left, top, right, bottom) {
    const [x, end] = [left, right].map((at) => within(at, this.stage.width)).sort(rising);
    const [y, foot] = [top, bottom].map((at) => within(at, this.stage.height)).sort(rising);
    [x, y, end - x, foot - y].forEach((value, nth) => (this.fields[nth].value = value));
    this.show();
  }

  show() {
    const at = this.at();
    for (const side of Object.keys(at)) this.box.setAttribute(side, Math.max(at[side], 0));
    const told = `${at.width} by ${at.height} pixels at ${at.x}, ${at.y}`;
    this.box.setAttribute("aria-label", `Where the line stands: ${told}. Arrows move it, with Shift they resize it`);
    this.told.value = told;
  }

  // ------------------------------------------------------------ by hand

  take(event) {
    if (!this.drawing || this.stage.pointers.size) return false;
    event.preventDefault();
    this.stage.element.setPointerCapture(event.pointerId);
    const [from, was] = [this.stage.at(event), this.at()];
    const corner = this.corner(from);
    this.before = was;
    if (corner) this.dragging = (to) => this.set(corner.x, corner.y, to.x, to.y);
    else if (this.holds(from)) this.dragging = (to) => this.move(was, to.x - from.x, to.y - from.y);
    else this.dragging = (to) => this.set(from.x, from.y, to.x, to.y);
    return true;
  }

  end() {
    if (!this.dragging) return;
    this.dragging = null;
    const { x, y, width, height } = this.before;
    if (!this.drawn()) this.set(x, y, x + width, y + height);
    this.box.focus({ preventScroll: true });
  }

  // The corner that stays where the one across from it is near.
  corner(at) {
    const { x, y, width, height } = this.at();
    const near = (NEAR * this.stage.seen.width) / this.stage.element.clientWidth;
    if (!this.drawn()) return null;
    const [left, right] = [Math.abs(at.x - x) < near, Math.abs(at.x - x - width) < near];
    const [top, bottom] = [Math.abs(at.y - y) < near, Math.abs(at.y - y - height) < near];
    if (!(left || right) || !(top || bottom)) return null;
    return { x: right ? x : x + width, y: bottom ? y : y + height, falls: (right && bottom) || (left && top) };
  }

  holds(at) {
    const { x, y, width, height } = this.at();
    return at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
  }

  hint(event) {
    const at = this.stage.at(event);
    const corner = this.drawing && this.corner(at);
    const list = this.stage.element.classList;
    list.toggle("falls", Boolean(corner?.falls));
    list.toggle("rises", Boolean(corner) && !corner.falls);
    list.toggle("holds", this.drawing && !corner && this.holds(at));
  }

  // ------------------------------------------------------------ by keys

  key(event) {
    const step = KEYS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const by = Math.max(1, Math.round(this.stage.seen.width / FINE));
    const was = this.at();
    if (event.shiftKey) this.set(was.x, was.y, ...this.foot(was, step[0] * by, step[1] * by));
    else this.move(was, step[0] * by, step[1] * by);
  }

  foot(was, across, down) {
    return [was.x + Math.max(was.width + across, 1), was.y + Math.max(was.height + down, 1)];
  }

  move(was, across, down) {
    const x = Math.min(Math.max(was.x + across, 0), this.stage.width - was.width);
    const y = Math.min(Math.max(was.y + down, 0), this.stage.height - was.height);
    this.set(x, y, x + was.width, y + was.height);
  }

  // A box in the middle of what is seen, for whoever has no pointer.
  put() {
    const { x, y, width, height } = this.stage.seen;
    this.set(x + width / 4, y + (height * 3) / 7, x + (width * 3) / 4, y + (height * 4) / 7);
    this.box.focus({ preventScroll: true });
  }
}

function within(at, whole) {
  return Math.round(Math.min(Math.max(at, 0), whole));
}

function rising(one, other) {
  return one - other;
}
