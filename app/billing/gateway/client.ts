import Stripe from "stripe";

export interface GatewayOptions {
  secretKey: string;
  webhookSecret: string;
  host?: string;
  port?: number;
  protocol?: "http" | "https";
}

/** Stripe cannot be reached, is too busy, or broke: the same call may work later. */
export class PaymentServiceUnavailable extends Error {}

/** People wait for some of these calls; what fails is asked again by its job. */
const TIMEOUT_MILLISECONDS = 10_000;

export const connect = ({ secretKey, webhookSecret: _, ...address }: GatewayOptions): Stripe =>
  new Stripe(secretKey, {
    ...address,
    apiVersion: "2026-10-28.endive",
    maxNetworkRetries: 1,
    timeout: TIMEOUT_MILLISECONDS,
    telemetry: false,
  });

/** Lets an answer through; turns trouble on the way to Stripe into PaymentServiceUnavailable. */
export async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isTrouble(error))
      throw new PaymentServiceUnavailable("Stripe did not answer", { cause: error });
    throw error;
  }
}

const isTrouble = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeConnectionError ||
  error instanceof Stripe.errors.StripeAPIError ||
  error instanceof Stripe.errors.StripeRateLimitError;

/** What Stripe says when it will not do something, in its own words; undefined for any other error. */
export function refusalWords(error: unknown): string | undefined {
  const isRefusal =
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeCardError;
  return isRefusal ? error.message : undefined;
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";

/** Stripe's seconds since 1970 as our ISO text. */
export const instantOf = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace(".000Z", "Z");

export const idOf = (reference: string | { id: string } | null | undefined): string | null =>
  typeof reference === "string" ? reference : (reference?.id ?? null);
