const QUIET_MILLISECONDS = 1000;

/** How many characters are left, below the field at once and read out when typing pauses. */
export function countCharacters(field: HTMLTextAreaElement): void {
  const limit = Number(field.dataset.limit);
  const seen = document.createElement("p");
  const heard = document.createElement("p");
  seen.className = "portal-count";
  seen.setAttribute("aria-hidden", "true");
  heard.className = "nhsuk-u-visually-hidden";
  heard.setAttribute("aria-live", "polite");
  field.after(seen, heard);

  let timer: ReturnType<typeof setTimeout> | undefined;
  function count(): void {
    const left = limit - field.value.length;
    seen.textContent = wordsFor(left);
    seen.classList.toggle("portal-count--over", left < 0);
    clearTimeout(timer);
    timer = setTimeout(() => {
      heard.textContent = wordsFor(left);
    }, QUIET_MILLISECONDS);
  }
  field.addEventListener("input", count);
  count();
}

function wordsFor(left: number): string {
  const characters = Math.abs(left) === 1 ? "character" : "characters";
  return left < 0
    ? `You have ${-left} ${characters} too many`
    : `You have ${left} ${characters} remaining`;
}
