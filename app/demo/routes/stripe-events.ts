import { redirect } from "@remix-run/node";
import { page } from "~/access";
import type { StandIn } from "~/stripe-stand-in/options";
import { demonstrationOf } from "../only-here";

const CONTROLS: Record<string, (standIn: StandIn, event: string) => unknown> = {
  deliver: (standIn, event) => standIn.deliverEvent(event),
  duplicate: (standIn, event) => standIn.duplicateEvent(event),
  hold: (standIn) => standIn.holdEvents(),
  release: (standIn) => standIn.releaseEvents(),
  reverse: (standIn) => standIn.releaseEvents("reversed"),
  fail: (standIn) => standIn.failNextDelivery(),
};

/** Nothing to see here: an address that somebody typed leads to the panel. */
export const loader = page.public(({ world }) => {
  demonstrationOf(world);
  return redirect("/demo/stripe");
});

/** Delivers, repeats, keeps back, reorders or loses the stand-in's events. */
export const action = page.public(async ({ world, form }) => {
  const { standIn } = demonstrationOf(world);
  const sent = await form();
  const what = String(sent.get("what"));
  if (Object.hasOwn(CONTROLS, what))
    await CONTROLS[what]?.(standIn, String(sent.get("event") ?? ""));
  return redirect(`/demo/stripe?done=${encodeURIComponent(what)}`);
});
