/** A length or the like that is chosen or typed: the one that is used last clears the other, so that both never speak. */
export function takeTurns(group: HTMLElement): void {
  const typed = group.querySelector<HTMLInputElement>("input:not([type=radio])");
  group.addEventListener("input", ({ target }) => {
    if (!typed) return;
    if (target !== typed) typed.value = "";
    else if (typed.value !== "")
      for (const radio of group.querySelectorAll<HTMLInputElement>("[type=radio]"))
        radio.checked = false;
  });
}
