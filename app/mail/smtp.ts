import { createTransport } from "nodemailer";
import type { Transport } from "./transport";

/** A server that does not answer holds up the mails behind it: ten seconds for each step. */
const PATIENCE_MILLISECONDS = 10_000;

/** Mail goes out by SMTP, as live mode does it. */
export function smtpTransport(smtpUrl: string): Transport {
  const transporter = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MILLISECONDS,
    greetingTimeout: PATIENCE_MILLISECONDS,
    socketTimeout: PATIENCE_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, headers, ...mail }) {
      const domain = mail.from.address.split("@").at(-1) ?? "localhost";
      await transporter.sendMail({
        ...mail,
        to: { name: "", address: to }, // a plain string would be read as a list of addresses
        headers: { "Auto-Submitted": "auto-generated", ...headers },
        messageId: `<${id}@${domain}>`,
      });
    },
    verify: () => transporter.verify().then(Boolean, () => false),
  };
}
