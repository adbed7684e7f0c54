import { TextInput } from "nhsuk-react-components";
import type { SignInNeeded } from "~/access";
import { Button } from "~/ui/button";
import { Problems } from "~/ui/form/form";
import { Heading } from "~/ui/heading";

interface SignInToFinishProps {
  needed: SignInNeeded;
  /** What was wrong with the last try. */
  problem?: string;
  email?: string;
}

/** A form came after the session had ended: sign in, and it is sent again as it was. */
export function SignInToFinish({ needed, problem, email }: SignInToFinishProps) {
  return (
    <div className="portal-measure">
      <Heading>Sign in to finish</Heading>
      {problem && <Problems problems={[{ words: problem, href: "#sign-in-password" }]} />}
      <p>
        {needed.reason === "signIn"
          ? "You were signed out before this was sent. What you typed is kept on this page."
          : "You have been away for a while, or this can change much. What you typed is kept on this page."}{" "}
        Sign in, and it is sent at once.
      </p>
      {needed.hadFiles && (
        <p>
          <strong>Files are not kept.</strong> You will be asked to choose them again.
        </p>
      )}
      <form
        method="post"
        action="/sign-in/finish"
        encType={needed.hadFiles ? "multipart/form-data" : undefined}
        noValidate
      >
        <SentFields needed={needed} />
        <Proof asksEmail={needed.reason === "signIn"} email={email} />
        <Button>Sign in and finish</Button>
      </form>
    </div>
  );
}

function SentFields({ needed }: { needed: SignInNeeded }) {
  return (
    <>
      {needed.fields.map(([name, value], position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same name may come several times, in an order that stays
        <input key={position} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="signIn.to" value={needed.to} />
      <input type="hidden" name="signIn.reason" value={needed.reason} />
      <input type="hidden" name="signIn.hadFiles" value={String(needed.hadFiles)} />
    </>
  );
}

function Proof({ asksEmail, email }: { asksEmail: boolean; email: string | undefined }) {
  return (
    <>
      {asksEmail && (
        <TextInput
          id="sign-in-email"
          name="signIn.email"
          label="Email address"
          type="email"
          autoComplete="username"
          defaultValue={email}
        />
      )}
      <TextInput
        id="sign-in-password"
        name="signIn.password"
        label="Password"
        type="password"
        autoComplete="current-password"
        data-password=""
      />
      <TextInput
        id="sign-in-code"
        name="signIn.code"
        label="Two-factor code"
        hint={
          asksEmail
            ? "Only if you have set up two-factor sign-in"
            : "If you use two-factor sign-in, this is enough without the password"
        }
        inputMode="numeric"
        autoComplete="one-time-code"
        width="10"
      />
    </>
  );
}
