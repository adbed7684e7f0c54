import { pointsInWords } from "~/lib/words";
import { ProgressBar } from "~/ui/progress-bar";
import type { CpdOverview } from "./overview";

/** Points and formal hours so far, each beside its target. */
export function ProgressBars({ overview: { soFar, target } }: { overview: CpdOverview }) {
  return (
    <>
      <ProgressBar
        label="Points"
        words={`${pointsInWords(soFar.pointsHundredths)} of ${pointsInWords(target.pointsHundredths)}`}
        done={soFar.pointsHundredths}
        target={target.pointsHundredths}
        tone="leaf"
      />
      <ProgressBar
        label="Formal hours"
        words={`${hours(soFar.formalMinutes)} of ${hours(target.formalMinutes)}`}
        done={soFar.formalMinutes}
        target={target.formalMinutes}
      />
    </>
  );
}

const hours = (minutes: number): string => String(Number((minutes / 60).toFixed(1)));
