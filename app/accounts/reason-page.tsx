import { z } from "zod";
import { GuardedSave } from "~/guard/guarded-save";
import { TextareaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";

/** Why somebody of the office did it: kept in the history. */
export const reasonField = z
  .string({ error: "Enter a reason" })
  .trim()
  .min(1, "Enter a reason")
  .max(500, "Reason must be 500 characters or fewer");

export const REASON_GUARD = { reason: "freeText" } as const;
const LABELS = { reason: "Reason" };

interface ReasonPageProps {
  back: { href: string; words: string };
  title: string;
  about: string;
  button: string;
}

/** An act of the office that needs nothing but a reason. */
export function ReasonPage({ back, title, about, button }: ReasonPageProps) {
  const [form, fields] = usePostedForm<{ reason: string }>("reason");
  return (
    <div className="portal-measure">
      <BackLink href={back.href}>{back.words}</BackLink>
      <Heading>{title}</Heading>
      <p>{about}</p>
      <Form form={form}>
        <TextareaField
          field={fields.reason}
          label={LABELS.reason}
          hint="Kept in the history"
          rows={3}
          guard={REASON_GUARD.reason}
        />
        <GuardedSave form={form} guard={REASON_GUARD} labels={LABELS}>
          {button}
        </GuardedSave>
      </Form>
    </div>
  );
}
