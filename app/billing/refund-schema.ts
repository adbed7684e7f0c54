import { z } from "zod";
import { parsePence } from "~/lib/money";

export const refundSchema = z.object({
  refundId: z.guid({ error: "Reload the page and try again" }),
  amount: z
    .string({ error: "Enter the amount to refund" })
    .refine((text) => parsePence(text) !== undefined, "Enter an amount in pounds, like 12.50")
    .transform((text) => parsePence(text) ?? 0),
  reason: z
    .string({ error: "Enter a reason" })
    .trim()
    .min(1, "Enter a reason")
    .max(500, "Reason must be 500 characters or fewer"),
});

export const REFUND_GUARD = { reason: "freeText" } as const;
