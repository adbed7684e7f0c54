/** A button that copies a text, and says that it did. */
export function copyButton(place: HTMLElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "portal-small-button";
  button.textContent = "Copy";
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  place.append(" ", button, " ", said);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(place.dataset.copy ?? "");
    said.textContent = "Copied";
  });
}
