/** A button beside a password that shows what was typed; hidden again when the form is sent, so that browsers keep no text of it. */
export function showPassword(input: HTMLInputElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "portal-small-button";
  button.setAttribute("aria-controls", input.id);
  const frame = document.createElement("span");
  frame.className = "portal-password";
  input.before(frame);
  frame.append(input, button);

  function show(isShown: boolean): void {
    input.type = isShown ? "text" : "password";
    button.textContent = isShown ? "Hide" : "Show";
    button.setAttribute("aria-label", isShown ? "Hide password" : "Show password");
  }

  show(false);
  button.addEventListener("click", () => show(input.type === "password"));
  input.form?.addEventListener("submit", () => show(false));
}
