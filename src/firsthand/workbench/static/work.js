// How far the tracing beside the pages is; when it has ended, the page can be looked at anew. A page that only
// waits for it looks by itself.

const WORDS = { waiting: "The case is traced elsewhere; what is found then follows here", reading: "Reading", tracing: "Tracing", "laying ready": "Laying the pages ready", "laying out": "Laying the edition out", writing: "Writing its files", packing: "Packing them" };

export function told(state) {
  if (state.running) {
    const what = WORDS[state.stage] ?? "Beginning";
    return state.total ? `${what}: ${state.done} of ${state.total}` : `${what} …`;
  }
  return state.fault;
}

export function watch(place) {
  if (!place) return;
  let running = false;
  const events = new EventSource("/work/events");
  events.addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    place.textContent = told(state);
    const ended = state.round > 0 && !state.running && !state.fault;
    if (ended && place.dataset.work === "anew") location.reload();
    else if (ended && running) place.append(...next(state.job));
    running = state.running;
    place.hidden = place.textContent === "";
  });
  addEventListener("pagehide", () => events.close());
}

function next(job) {
  if (job !== "trace") return [link("/publish", "The edition is made. Take its files.")];
  return [link(location.href, "Traced anew. Show this page as it is now."), link("/changes", "What changed")];
}

function link(address, words) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = words;
  return made;
}
