import Stripe from "stripe";

export interface GatewayOptions {
  secretKey: string;
  webhookSecret: string;
  host?: string;
  port?: number;
  protocol?: "http" | "https";
}

export type StripeGateway = ReturnType<typeof createGateway>;

/** The only file that speaks to Stripe. Its answers are plain values of our own, its refusals Results. */
export function createGateway(options: GatewayOptions) {
  const { secretKey, webhookSecret, ...address } = options;
  const stripe = new Stripe(secretKey, {
    ...address,
    apiVersion: "2026-10-28.endive",
    maxNetworkRetries: 2,
    telemetry: false,
  });
  return {
    /** The event of a webhook, or undefined where its signature is wrong, missing or too old. */
    async verifiedEvent(body: string, signature: string | null, receivedAt: Date) {
      try {
        const stamp = Math.floor(receivedAt.getTime() / 1000);
        return await stripe.webhooks.constructEventAsync(
          body,
          signature ?? "",
          webhookSecret,
          undefined,
          undefined,
          stamp,
        );
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return undefined;
        throw error;
      }
    },
  };
}
