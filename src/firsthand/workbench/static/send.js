// What is sent is answered in the page: what is refused is told with everything as it was typed, and nothing is
// sent twice while it is under way.

const UNSENT = "It was not sent: the workbench does not answer. What you typed is still here; send it again when it answers.";
const SENT = "form[method=post]:is(.rule, .ruling, .undo)";

// The value of the answer, or in `what` why there is none; null where the same form is under way already.
export async function send(form, button) {
  if (form.ariaBusy === "true") return null;
  form.ariaBusy = "true";
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button), headers: { Accept: "application/json" } });
    const value = await answer.json();
    return answer.ok ? { value } : { what: value.what ?? UNSENT };
  } catch {
    return { what: UNSENT };
  } finally {
    form.ariaBusy = null;
  }
}

export function tell(form, what) {
  let place = form.querySelector(":scope > .refused");
  if (!place) {
    place = document.createElement("p");
    place.className = "refused";
    place.setAttribute("role", "alert");
    form.append(place);
  }
  place.textContent = what;
}

// Forms that rule, wherever nothing else sends them: they lead to the page that they name.
export function sending(page) {
  page.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches(SENT)) return;
    event.preventDefault();
    const back = new FormData(form, event.submitter).get("back"); // of a field, or of the button
    const answer = await send(form, event.submitter);
    if (answer?.what) tell(form, answer.what);
    else if (answer) lead(back);
  });
}

function lead(to) {
  const there = new URL(to, location.href);
  if (there.pathname + there.search !== location.pathname + location.search) return location.assign(there);
  history.replaceState(null, "", there);
  location.reload();
}
