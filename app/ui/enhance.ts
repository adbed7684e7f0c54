/** A second press of a button while the first is under way sends nothing. */
function sendOnce(form: HTMLFormElement): void {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    // the back button shows the page as it was left: let the form be sent again
    window.addEventListener("pageshow", () => delete form.dataset.sent, { once: true });
  });
}

for (const form of document.forms) sendOnce(form);

/** After a refused form, start at what went wrong. */
document.querySelector<HTMLElement>("[data-focus-first]")?.focus();
