import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { page } from "~/access";
import { HistoryList } from "~/history/history-list";
import { historyFound } from "~/history/queries";
import { Button } from "~/ui/button";
import { Done } from "~/ui/done";
import { TextareaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { SETTINGS_SUBJECT, saveSettings } from "../save-settings";
import { associationSettings } from "../settings";
import { settingsForm } from "../settings-form";

export const meta = pageMeta({ title: "Settings" });

export const loader = page.may("editSettings")(async ({ db }) => {
  const settings: Record<string, string> = Object.fromEntries(
    Object.entries(await associationSettings(db)).map(([key, value]) => [key, String(value)]),
  );
  const { rows } = await historyFound(db, { subject: SETTINGS_SUBJECT }, undefined, 20);
  return { settings, rows };
});

export const action = page.may("editSettings")(async ({ db, actor, form, now }) => {
  const submission = parseWithZod(await form(), { schema: settingsForm });
  if (submission.status !== "success") return refuse(submission);
  const isChanged = await saveSettings(db, submission.value, actor.personId, now);
  return redirect(`/admin/settings?done=${isChanged ? "saved" : "same"}`);
});

const DONE = { saved: "The settings were saved", same: "Nothing was changed" };

export default function Settings() {
  const { settings, rows } = useLoaderData<typeof loader>();
  return (
    <>
      <Heading caption="Office">Settings</Heading>
      <Done words={DONE} />
      <SettingsForm settings={settings} />
      {rows.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">What was changed</h2>
          <HistoryList rows={rows} />
        </>
      )}
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function SettingsForm({ settings }: Pick<Loaded, "settings">) {
  const [form, fields] = usePostedForm<z.input<typeof settingsForm>>("settings", settings);
  return (
    <Form form={form}>
      <h2 className="nhsuk-heading-m">The association</h2>
      <TextField field={fields.name} label="Name" hint="As members know it" />
      <TextField field={fields.legalName} label="Legal name" hint="As it stands on invoices" />
      <TextField
        field={fields.contactEmail}
        label="Email address of the office"
        type="email"
        hint="Members write here; the portal reports problems here"
      />
      <TextareaField field={fields.postalAddress} label="Postal address" rows={4} />
      <TextField
        field={fields.vatNumber}
        label="VAT number"
        width="20"
        hint="Leave it empty if the association is not registered for VAT"
      />
      <h2 className="nhsuk-heading-m">Membership</h2>
      <TextField
        field={fields.numberPrefix}
        label="Letters before a member’s number"
        width="5"
        hint="LW gives LW-004217"
      />
      <Days
        field={fields.graceDays}
        label="Days of grace"
        hint="How long a member keeps access after cover has ended"
      />
      <Days
        field={fields.applicationDays}
        label="Life of an application in days"
        hint="An application that is not finished or paid by then ends by itself"
      />
      <Days
        field={fields.applicationReminderDays}
        label="Reminder of an application in days"
        hint="How long before its end the applicant is reminded"
      />
      <Days
        field={fields.accountMoveHours}
        label="Wait before an account moves in hours"
        hint="After the office moves an account to a new address, the old address has this long to object"
      />
      <Button>Save settings</Button>
    </Form>
  );
}

const Days = (given: Pick<Parameters<typeof TextField>[0], "field" | "label" | "hint">) => (
  <TextField {...given} inputMode="numeric" width="4" />
);
