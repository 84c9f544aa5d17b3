// A record: its lines and where they stand on the pages are lit together, and a line that is led to is brought
// into view on its page.
import { Stage } from "./stage.js";

export function leaves(record) {
  if (!record) return;
  const stages = new Map();
  for (const leaf of record.querySelectorAll(".leaf")) stages.set(leaf, new Stage(leaf.querySelector(".stage")));
  record.classList.add("live");
  const lines = new Lines(record, stages);
  record.addEventListener("pointerover", (event) => lines.light(lineOf(event.target)));
  record.addEventListener("pointerleave", () => lines.light(""));
  record.addEventListener("focusin", (event) => lines.focused(event.target));
  record.addEventListener("click", (event) => lines.clicked(event));
  addEventListener("hashchange", () => lines.choose(location.hash.slice(1)));
  lines.choose(location.hash.slice(1));
}

class Lines {
  constructor(record, stages) {
    this.record = record;
    this.stages = stages;
    this.chosen = "";
    this.lit = [];
  }

  light(id) {
    for (const each of this.lit) each.classList.remove("lit");
    this.lit = [row(id), region(id)].filter(Boolean);
    for (const each of this.lit) each.classList.add("lit");
  }

  focused(element) {
    this.light(lineOf(element));
    if (!element.matches(".stage a:focus-visible")) return;
    const stage = this.stages.get(element.closest(".leaf"));
    const { x, y, width, height } = element.getBBox();
    const { seen } = stage;
    const out = x < seen.x || y < seen.y || x + width > seen.x + seen.width || y + height > seen.y + seen.height;
    if (out) stage.to({ x, y, width, height });
  }

  clicked(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const button = event.target.closest("[data-zoom]");
    if (button) return this.zoom(button);
    const onPage = event.target.closest(".stage a");
    const inText = event.target.closest(".row");
    if (!onPage && (!inText || leadsElsewhere(event.target) || !getSelection().isCollapsed)) return;
    event.preventDefault();
    const id = lineOf(event.target);
    if (location.hash !== `#${id}`) history.pushState(null, "", `#${id}`);
    this.choose(id);
    if (onPage) row(id)?.scrollIntoView({ block: "nearest" });
  }

  choose(id) {
    const chosen = row(id);
    if (!chosen || !this.record.contains(chosen)) return;
    row(this.chosen)?.removeAttribute("aria-current");
    region(this.chosen)?.classList.remove("chosen");
    this.chosen = id;
    chosen.setAttribute("aria-current", "true");
    const there = region(id);
    there?.classList.add("chosen");
    if (there) this.stages.get(there.closest(".leaf")).to(there.getBBox());
  }

  zoom(button) {
    const leaf = button.closest(".leaf");
    const stage = this.stages.get(leaf);
    if (stage.do(button.dataset.zoom)) return;
    const there = leaf.querySelector(".chosen") ?? leaf.querySelector(".stage a");
    if (there) stage.to(there.getBBox());
  }
}

function lineOf(element) {
  return element.closest(".row, .stage a")?.id.replace(/-at$/, "") ?? "";
}

function row(id) {
  return id ? document.getElementById(id)?.closest(".row") : null;
}

function region(id) {
  return id ? document.getElementById(`${id}-at`) : null;
}

// Whether a click there means something else than the line.
function leadsElsewhere(element) {
  return Boolean(element.closest("a:not(.number), button, input, label, summary, details, form"));
}
