import { inspect } from "./inspect";
import { GUARD_PROFILES, type GuardProfile } from "./profiles";
import { typingText } from "./words";

type Field = HTMLTextAreaElement | HTMLInputElement;

const PAUSE_MILLISECONDS = 400;

const isProfile = (name: string | undefined): name is GuardProfile =>
  name !== undefined && name in GUARD_PROFILES;

/** Says below a field, while it is being filled in, what the server would say when it is saved. Nothing leaves the browser. */
function watch(field: Field): void {
  const profile = field.dataset.guard;
  if (!isProfile(profile)) return;
  const notice = document.createElement("p");
  notice.setAttribute("aria-live", "polite");
  notice.className = "portal-guard";
  field.after(notice);

  let timer: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const words = typingText(inspect(field.value, profile)) ?? "";
      if (notice.textContent !== words) notice.textContent = words;
    }, PAUSE_MILLISECONDS);
  });
}

for (const field of document.querySelectorAll<Field>("[data-guard]")) watch(field);
