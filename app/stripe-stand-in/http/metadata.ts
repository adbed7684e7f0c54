import type Stripe from "stripe";
import { refuse } from "./problem";

/** Stripe's merge: an emptied key goes, an emptied whole clears, the rest is added. */
export function mergedMetadata(
  before: Stripe.Metadata | null,
  given: Stripe.Emptyable<Stripe.MetadataParam> | undefined,
): Stripe.Metadata {
  if (given === undefined) return before ?? {};
  if (given === "" || given === null) return {};
  const merged: Stripe.Metadata = { ...before };
  for (const [key, value] of Object.entries(given)) {
    if (key.length > 40)
      throw refuse("Metadata keys can be at most 40 characters.", `metadata[${key}]`);
    if (value === "" || value === null) delete merged[key];
    else merged[key] = checked(key, String(value));
  }
  if (Object.keys(merged).length > 50)
    throw refuse("Metadata can have at most 50 keys.", "metadata");
  return merged;
}

function checked(key: string, value: string): string {
  if (value.length > 500)
    throw refuse(
      `Metadata values can have up to 500 characters, but you passed in a value that is ${value.length} characters.`,
      `metadata[${key}]`,
    );
  return value;
}
