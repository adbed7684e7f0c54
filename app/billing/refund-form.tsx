import type { z } from "zod";
import { GuardedSave } from "~/guard/guarded-save";
import { TextareaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { REFUND_GUARD, type refundSchema } from "./refund-schema";

/** Asks for an amount and a reason; the hidden id makes sending it twice one refund. */
export function RefundForm({ refundId, left }: { refundId: string; left: string }) {
  const [form, fields] = usePostedForm<z.input<typeof refundSchema>>("refund", {
    refundId,
    amount: left,
  });
  return (
    <Form form={form}>
      <input type="hidden" name="refundId" value={refundId} />
      <TextField
        field={fields.amount}
        label="Amount to refund"
        prefix="£"
        inputMode="decimal"
        width="5"
        hint={`£${left} of this payment is left`}
      />
      <TextareaField
        field={fields.reason}
        label="Reason"
        hint="Kept in the history. The payer does not see it"
        rows={3}
        guard={REFUND_GUARD.reason}
      />
      <GuardedSave form={form} guard={REFUND_GUARD} labels={{ reason: "Reason" }}>
        Refund
      </GuardedSave>
    </Form>
  );
}
