import { Pill, type Tone } from "~/ui/pill";
import type { Standing } from "./standing";
import { STANDING_WORDS } from "./standing-words";

const TONES: Record<Standing, Tone> = {
  deceased: "ended",
  removed: "stopped",
  suspended: "stopped",
  resigned: "ended",
  current: "good",
  provisional: "waiting",
  inGrace: "waiting",
  lapsed: "ended",
  applicant: "plain",
  none: "plain",
};

/** A standing as a small tag: the word says it, the colour only helps. */
export const StandingTag = ({ standing }: { standing: Standing }) => (
  <Pill tone={TONES[standing]}>{STANDING_WORDS[standing]}</Pill>
);
