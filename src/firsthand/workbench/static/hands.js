// The hands of a passage, put in order by buttons, or by Alt and an arrow in their fields.

const HIDDEN = "[hidden]";

export function hands(list) {
  if (!list) return;
  list.querySelectorAll(HIDDEN).forEach((each) => { each.hidden = false; });
  number(list);
  list.addEventListener("click", (event) => {
    const move = event.target.closest("[data-move]")?.dataset.move;
    if (move) moved(list, event.target.closest("li"), move);
  });
  list.addEventListener("keydown", (event) => {
    const move = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    if (!event.altKey || !move) return;
    event.preventDefault();
    moved(list, event.target.closest("li"), move);
    event.target.focus();
  });
  list.addEventListener("input", (event) => {
    if (!event.target.matches("[name=hand]")) return;
    event.target.closest("li").querySelector("[name=hand-at]").value = "";
    if (event.target.closest(".new")) begun(list);
  });
}

// A hand more: these words of the text.
export function add(list, words, at) {
  const row = list.querySelector(".new");
  row.querySelector("[name=hand]").value = words;
  row.querySelector("[name=hand-at]").value = at;
  begun(list);
}

// What was the empty row is a hand, and another empty one follows it.
function begun(list) {
  const row = list.querySelector(".new");
  const next = row.cloneNode(true);
  row.classList.remove("new");
  next.querySelectorAll("[name=hand], [name=hand-at]").forEach((each) => { each.value = ""; });
  list.append(next);
  number(list);
}

function moved(list, row, move) {
  if (row.matches(".new")) return;
  const beside = move === "up" ? row.previousElementSibling : row.nextElementSibling;
  const focused = document.activeElement;
  if (move === "out") {
    (row.nextElementSibling ?? list).querySelector("[name=hand]")?.focus();
    row.remove();
  } else if (move === "up") beside?.before(row);
  else if (!beside?.matches(".new")) beside?.after(row);
  if (move !== "out") focused.focus();
  number(list);
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

function number(list) {
  [...list.children].forEach((row, n) => { row.querySelector("[name=hand-order]").value = n + 1; });
}
