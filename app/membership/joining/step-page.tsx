import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import { BackLink, Heading } from "~/ui/heading";
import type { Step } from "../applications/steps";
import { STEP_TITLES } from "./words";

export interface AroundStep {
  place: { number: number; of: number };
  back: string;
}

interface StepPageProps {
  step: Step;
  around: AroundStep;
  children: ReactNode;
}

/** One step of the application: where it is, what it asks. */
export const StepPage = ({ step, around: { place, back }, children }: StepPageProps) => (
  <div className="portal-measure">
    <BackLink href={back}>Back</BackLink>
    <Heading caption={`Apply for membership: step ${place.number} of ${place.of}`}>
      {STEP_TITLES[step]}
    </Heading>
    {children}
  </div>
);

/** Leaves the application for now; what was typed is kept, finished or not. */
export const SaveForLater = () => (
  <p>
    <Button kind="secondary" name="intent" value="later">
      Save and come back later
    </Button>
  </p>
);

/** The ways on from a step without free text. */
export const StepButtons = () => (
  <>
    <Button>Save and continue</Button>
    <SaveForLater />
  </>
);
