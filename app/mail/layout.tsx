import {
  Body,
  Button,
  Container,
  Head,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { ReactNode } from "react";
import type { Sender } from "./email";

const FONT = '"Atkinson Hyperlegible Next", Arial, Helvetica, sans-serif';
const INK = "#212b32";
const TEAL = "#14505c";

// A mail has no stylesheet that every reader keeps: here, and only here, style stands in the markup.
const styles = {
  page: { backgroundColor: "#f7f5f0", color: INK, fontFamily: FONT, margin: 0, padding: "24px 0" },
  card: {
    backgroundColor: "#ffffff",
    border: "1px solid #d8dde0",
    borderRadius: "10px",
    maxWidth: "560px",
    padding: "24px",
  },
  name: { color: TEAL, fontSize: "20px", fontWeight: 700, lineHeight: "28px", margin: "0 0 16px" },
  text: { fontSize: "17px", lineHeight: "26px", margin: "0 0 16px" },
  button: {
    backgroundColor: TEAL,
    borderRadius: "6px",
    color: "#ffffff",
    fontSize: "17px",
    fontWeight: 700,
    padding: "14px 22px",
    textDecoration: "none",
  },
  address: { fontSize: "15px", lineHeight: "22px", margin: "12px 0 16px", wordBreak: "break-all" },
  code: {
    fontSize: "30px",
    fontWeight: 700,
    letterSpacing: "5px",
    lineHeight: "38px",
    margin: "0 0 16px",
  },
  facts: { borderCollapse: "collapse", margin: "0 0 16px", width: "100%" },
  label: { fontWeight: 700, padding: "6px 16px 6px 0", textAlign: "left", verticalAlign: "top" },
  value: { padding: "6px 0", textAlign: "left", verticalAlign: "top" },
  line: { borderColor: "#d8dde0", margin: "24px 0 16px" },
  footer: { color: "#4c6272", fontSize: "15px", lineHeight: "22px", margin: "0 0 8px" },
  link: { color: TEAL, textDecorationLine: "underline" },
} as const;

interface MailLayoutProps {
  sender: Sender;
  /** What an inbox shows beside the subject. */
  preview: string;
  /** Why this person gets it; "you have an account or an application with us" where absent. */
  because?: string;
  children: ReactNode;
}

/** The frame of every mail: who sends it, what it says, and why it came. */
export function MailLayout({ sender, preview, because = BECAUSE, children }: MailLayoutProps) {
  const { associationName, portalUrl, contactEmail } = sender;
  return (
    <Html lang="en-GB" dir="ltr">
      <Head>
        <title>{preview}</title>
      </Head>
      <Preview>{preview}</Preview>
      <Body style={styles.page}>
        <Container style={styles.card}>
          <Text style={styles.name}>{associationName}</Text>
          {children}
          <Hr style={styles.line} />
          <Text style={styles.footer}>
            {`${associationName} sent you this email because ${because}.`}
          </Text>
          <Text style={styles.footer}>
            {"Questions? Write to "}
            <Link href={`mailto:${contactEmail}`} style={styles.link}>
              {contactEmail}
            </Link>
            {" or go to "}
            <Link href={portalUrl} style={styles.link}>
              {portalUrl}
            </Link>
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

const BECAUSE = "you have an account or an application with us";

export const Paragraph = ({ children }: { children: ReactNode }) => (
  <Text style={styles.text}>{children}</Text>
);

/** The one thing to do. Its address stands below it too, for readers that show no buttons. */
export const Action = ({ href, children }: { href: string; children: ReactNode }) => (
  <Section>
    <Button href={href} style={styles.button}>
      {children}
    </Button>
    <Text style={styles.address} data-skip-in-text="true">
      {"If the button does not work, copy this address into your browser: "}
      <Link href={href} style={styles.link}>
        {href}
      </Link>
    </Text>
  </Section>
);

/** A code to type in, large and spaced. */
export const Code = ({ children }: { children: ReactNode }) => (
  <Text style={styles.code}>{children}</Text>
);

/** What a mail is about, as label and value. */
export const Facts = ({ rows }: { rows: [label: string, value: string][] }) => (
  <table style={styles.facts}>
    <tbody>
      {rows.map(([label, value]) => (
        <tr key={label} data-fact="">
          <th scope="row" data-fact="" style={styles.label}>
            {`${label}: `}
          </th>
          <td data-fact="" style={styles.value}>
            {value}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
