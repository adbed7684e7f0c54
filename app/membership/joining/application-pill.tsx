import { Pill, type Tone } from "~/ui/pill";
import type { ApplicationState } from "../applications/rules";
import { STATE_WORDS } from "./words";

const TONES: Record<ApplicationState, Tone> = {
  draft: "plain",
  submitted: "waiting",
  moreWanted: "waiting",
  answered: "waiting",
  approved: "good",
  declined: "stopped",
  ended: "ended",
  withdrawn: "ended",
};

export const ApplicationPill = ({ state }: { state: ApplicationState }) => (
  <Pill tone={TONES[state]}>{STATE_WORDS[state]}</Pill>
);
