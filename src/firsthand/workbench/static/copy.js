// What is cited is copied: by a button behind each form of it, or by the key c, which copies the note.

export function copying(page) {
  const told = page.body.appendChild(page.createElement("p"));
  told.className = "copied";
  told.role = "status";
  page.addEventListener("toggle", (event) => buttons(event.target), true);
  page.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (button) copy(button.previousElementSibling, button.dataset.copy, told);
  });
}

// The note of what is looked at: of a passage that is open in its report, else of the sheet.
export function copyNote(page) {
  const cite = [...page.querySelectorAll(".cite")].find((each) => !each.closest("[hidden]"));
  if (cite) copy(cite.querySelector("p"), "Note", page.querySelector(".copied"));
}

function buttons(cite) {
  if (!cite.matches?.(".cite[open]") || cite.querySelector("[data-copy]")) return;
  for (const form of [...cite.querySelectorAll("p, pre")]) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.copy = form.dataset.form ?? "Note";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy: ${button.dataset.copy}`);
    form.after(button);
  }
}

// Browsers let pages copy only at addresses that they trust; elsewhere the words are marked.
async function copy(form, name, told) {
  told.textContent = "";
  try {
    await navigator.clipboard.writeText(form.textContent);
    told.textContent = `${name}: copied`;
  } catch {
    form.closest("details").open = true;
    getSelection().selectAllChildren(form);
    told.textContent = `${name}: marked, to be copied with Ctrl+C`;
  }
  setTimeout(() => (told.textContent = ""), 4000);
}
