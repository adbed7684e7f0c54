import type { Tone } from "~/ui/pill";
import type { OutboxTable } from "./tables";

type State = OutboxTable["state"];

export const STATE_WORDS: Record<State, string> = {
  waiting: "Waiting",
  sent: "Sent",
  failed: "Not delivered",
};

export const STATE_TONES: Record<State, Tone> = {
  waiting: "waiting",
  sent: "good",
  failed: "stopped",
};

/** "accounts.confirmEmail" → "Accounts: confirm email" */
export function emailNameInWords(name: string): string {
  const [room = "", rest = ""] = name.split(".");
  const words = rest.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${room.charAt(0).toUpperCase()}${room.slice(1)}: ${words}`;
}
