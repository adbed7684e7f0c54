import { Button } from "~/ui/button";
import { Done } from "~/ui/done";
import { Form } from "~/ui/form/form";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { Heading } from "~/ui/heading";
import { CodeField } from "./fields";

export interface CodeSentWords {
  title: string;
  /** Ends the sentence "We have sent an email to …". */
  about: string;
  button: string;
  /** Where another code is asked for. */
  again: string;
  otherwise: { href: string; words: string };
}

const DONE = {
  sentAgain: "We have sent another email",
  wait: "We have sent several emails already. Wait 15 minutes before you ask for another.",
};

/** The page that waits for a mailed code. It is the same whether or not there was anybody to mail to. */
export function CodeSent({ email, words }: { email: string; words: CodeSentWords }) {
  const [form, fields] = usePostedForm<{ code: string }>("code");
  return (
    <div className="portal-measure">
      <Heading>{words.title}</Heading>
      <Done words={DONE} />
      <p>
        We have sent an email to <strong>{email}</strong> {words.about}
      </p>
      <Form form={form}>
        <CodeField
          field={fields.code}
          label="Code"
          hint="6 digits. Or open the link in the email."
        />
        <Button>{words.button}</Button>
      </Form>
      <h2 className="nhsuk-heading-s">No email?</h2>
      <p>It can take a few minutes. Look in your junk folder too.</p>
      <form method="post" action={words.again}>
        <Button kind="secondary">Send another email</Button>
      </form>
      <p>
        <a href={words.otherwise.href}>{words.otherwise.words}</a>
      </p>
    </div>
  );
}
