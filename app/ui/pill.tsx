import type { ReactNode } from "react";

export type Tone = "good" | "waiting" | "ended" | "stopped" | "plain";

/** A state in a word or two: a standing, a payment's outcome. The words say it; the colour only helps. */
export const Pill = ({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) => (
  <strong
    className={tone === "plain" ? "portal-standing" : `portal-standing portal-standing--${tone}`}
  >
    {children}
  </strong>
);
