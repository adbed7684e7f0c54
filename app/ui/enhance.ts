import { copyButton } from "./enhance/copy-button";
import { countCharacters } from "./enhance/count-characters";
import "./enhance/send-once";
import { showPassword } from "./enhance/show-password";
import { takeTurns } from "./enhance/take-turns";

/** All that plain pages run. Each finds what it is for by a data attribute; without script nothing is missed. */
function each<Found extends HTMLElement>(selector: string, work: (found: Found) => void): void {
  for (const found of document.querySelectorAll<Found>(selector)) work(found);
}

each("input[data-password]", showPassword);
each("textarea[data-limit]", countCharacters);
each("[data-either]", takeTurns);
if (isSecureContext) each("[data-copy]", copyButton);

/** After a refused form, start at what went wrong. */
document.querySelector<HTMLElement>("[data-focus-first]")?.focus();
