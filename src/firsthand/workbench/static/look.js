// While somebody types, what has these words is offered under the field; the arrow down or Enter leads into it.

const PAUSE = 150; // milliseconds without a key

export function look(form) {
  if (!form) return;
  const field = form.elements.like;
  let waits = 0;
  let asked = "";
  field.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(() => found(field.value), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    found(field.value).then(enter);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    enter();
  });

  async function found(words) {
    asked = words;
    const answer = await fetch(`${form.action}?${new URLSearchParams({ like: words })}`).catch(() => null);
    if (asked !== words || !answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const others = page.querySelector("[data-others]");
    if (others) document.querySelector("[data-others]").replaceWith(document.adoptNode(others));
  }
}

function enter() {
  const first = document.querySelector("[data-others] input");
  if (!first) return;
  first.focus();
  first.checked = true;
}
