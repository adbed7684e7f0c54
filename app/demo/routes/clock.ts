import { redirect } from "@remix-run/node";
import { page } from "~/access";
import { civilDateOf } from "~/lib/civil-date";
import { associationSettings } from "~/office/settings";
import { instantAfter, isClockStep } from "../clock-steps";
import { demonstrationOf } from "../only-here";
import { nextCoverEnd } from "../queries";

/** Nothing to see here: an address that somebody typed leads to the panel. */
export const loader = page.public(({ world }) => {
  demonstrationOf(world);
  return redirect("/demo");
});

/** Starts to move the clock; the control panel shows how far it has come. */
export const action = page.public(async ({ world, db, now, actor, form }) => {
  const demonstration = demonstrationOf(world);
  const step = (await form()).get("step");
  if (!isClockStep(step) || demonstration.movingTo()) return redirect("/demo#clock");
  const coverEndsOn = await nextCoverEnd(db, civilDateOf(now), actor?.personId);
  const { graceDays } = await associationSettings(db);
  const moved = demonstration.moveTo(instantAfter(step, { now, coverEndsOn, graceDays }));
  moved.catch((error) => world.log.error({ err: error }, "the clock could not be moved"));
  return redirect("/demo#clock");
});
