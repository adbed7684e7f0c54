import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TextInput } from "nhsuk-react-components";
import { page } from "~/access";
import { Button } from "~/ui/button";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { readCode } from "../code";

export const meta = pageMeta({
  title: "Check a document",
  description: "Check that a certificate or statement is real by the code printed on it.",
  index: true,
});

export const loader = page.public(({ url }) => {
  const typed = url.searchParams.get("code");
  const code = readCode(typed ?? "");
  if (code) throw redirect(`/verify/${code}`);
  return { typed };
});

export default function Verify() {
  const { typed } = useLoaderData<typeof loader>();
  const problem =
    typed === null
      ? undefined
      : typed.trim()
        ? "Enter the 12 letters and numbers printed on the document, like K7QF-3MZD-X9TB"
        : "Enter the code printed on the document";
  return (
    <>
      <Heading>Check a document</Heading>
      <p>
        Certificates and statements carry a code of 12 letters and numbers. Enter it to see what the
        document is, when it was issued and whether it still counts.
      </p>
      <form method="get">
        <TextInput
          id="code"
          name="code"
          label="Code on the document"
          hint="Capital letters, spaces and dashes do not matter"
          width="20"
          autoComplete="off"
          spellCheck={false}
          defaultValue={typed ?? ""}
          error={problem}
          aria-invalid={problem ? true : undefined}
        />
        <Button>Check</Button>
      </form>
    </>
  );
}
