import type { Router } from "express";
import type { Temporal } from "temporal-polyfill";
import type { Seed } from "./seed";
import type { Kind } from "./store/ids";
import type { StripeObjects } from "./store/kinds";
import type { Delivery } from "./store/records";

export interface StandInOptions {
  /** The portal's clock; it may jump forward. */
  now: () => Temporal.Instant;
  /** Any other bearer is answered with 401. */
  secretKey: string;
  webhookSecret: string;
  /** Where signed events are posted. */
  webhookUrl: string | (() => string);
  /** Origin of the hosted pages. */
  publicOrigin: string | (() => string);
  /** Append-only file of the state; without it everything is in memory only. */
  journal?: string;
  /** "manual": events wait until told. */
  deliver?: "automatic" | "manual";
  /** Types of events to send, as on a webhook endpoint; all by default. */
  enabledEvents?: readonly string[];
  /** What Stripe's dashboard is set to do with a subscription once every retry has failed. */
  afterRetries?: "cancel" | "unpaid" | "past_due";
}

export type ReleaseOrder = "asEmitted" | "reversed" | readonly string[];

/** An event beside what became of its delivery. */
export interface EventWithDelivery {
  event: StripeObjects["event"];
  delivery: Delivery;
}

export interface StandIn {
  /** Mounts `/v1/*` and `/stripe-stand-in/*`. */
  router: Router;
  /** Does in order of time all that Stripe would have done until then; resolves when its events have been answered. */
  advanceTo(instant: Temporal.Instant): Promise<void>;
  /** Objects newest first; of every kind where none is named. */
  objects<K extends Kind>(kind: K): StripeObjects[K][];
  objects(): StripeObjects[Kind][];
  object(id: string): StripeObjects[Kind] | undefined;
  /** Events in the order they were emitted. */
  events(): EventWithDelivery[];
  /** Sends an event now, whatever its state; resolves to the answer's status, null where nobody answered. */
  deliverEvent(id: string): Promise<number | null>;
  /** Sends an event once more without touching its state. */
  duplicateEvent(id: string): Promise<number | null>;
  /** Keeps events back until `releaseEvents`. */
  holdEvents(): void;
  releaseEvents(order?: ReleaseOrder): Promise<void>;
  /** The next deliveries fail as if the portal could not be reached; the clock retries them. */
  failNextDelivery(times?: number): void;
  /** The cardholder or the bank takes a charge back. */
  dispute(charge: string, reason?: string): StripeObjects["dispute"];
  closeDispute(dispute: string, outcome: "won" | "lost"): StripeObjects["dispute"];
  /** The payer cancels a Direct Debit mandate at the bank. */
  cancelMandate(paymentMethod: string): void;
  /** Makes a past without HTTP; see seed.ts. */
  seed: Seed;
  /** Resolves when every automatic delivery under way has been answered. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
