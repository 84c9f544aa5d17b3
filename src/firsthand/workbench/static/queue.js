// The queue by keys: j and k from one proposal to the next; a, r, u rule; e and o lead on. What needs a reason
// asks for it: Enter in its field sends the ruling that was begun.

export function queue(list) {
  if (!list) return;
  const items = [...list.querySelectorAll("li[id]")];
  let at = Math.max(0, items.findIndex((item) => `#${item.id}` === location.hash));
  let begun = null;
  const here = (number) => {
    at = Math.min(Math.max(number, 0), items.length - 1);
    items.forEach((item, n) => item.classList.toggle("here", n === at));
    items[at]?.focus({ preventScroll: true });
    items[at]?.scrollIntoView({ block: "nearest" });
  };
  const press = (key) => {
    const button = items[at]?.querySelector(`[data-key="${key}"]`);
    if (!button) return;
    const why = items[at].querySelector("[name=because]");
    if (button.matches("button") && needsReason(button) && !why.value.trim()) {
      begun = button;
      why.focus();
    } else button.click();
  };
  list.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[name=because]") && begun) {
      event.preventDefault();
      if (event.target.value.trim()) begun.click();
    } else if (event.key === "Escape" && event.target.matches("[name=because]")) {
      begun = null;
      here(at);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    if (event.key === "j") here(at + 1);
    else if (event.key === "k") here(at - 1);
    else if ("arueo".includes(event.key)) press(event.key);
    else return;
    event.preventDefault();
  });
  if (items.length) here(at);
}

export function needsReason(button) {
  return button.value !== "accept";
}
