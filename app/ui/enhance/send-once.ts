const SAME_PRESS_MILLISECONDS = 5000;
let sentAt = new WeakMap<HTMLFormElement, number>();

/**
 * A second press of a button while the first is under way sends nothing.
 * After a few seconds it may be sent again: the answer may have been a file, which leaves the page standing.
 */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
  const isSecond =
    event.timeStamp - (sentAt.get(form) ?? Number.NEGATIVE_INFINITY) < SAME_PRESS_MILLISECONDS;
  if (isSecond) event.preventDefault();
  else sentAt.set(form, event.timeStamp);
});

// the back button may bring the page back as it was left
window.addEventListener("pageshow", (event) => {
  if (event.persisted) sentAt = new WeakMap();
});
