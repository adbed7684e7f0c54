import { createTransport } from "nodemailer";
import type { Transport } from "./transport";

/** Mail goes out by SMTP, as live mode does it. */
export function smtpTransport(smtpUrl: string): Transport {
  const transporter = createTransport(smtpUrl);
  return {
    async send({ id, headers, ...mail }) {
      const domain = mail.from.split("@").at(-1)?.replace(">", "") ?? "localhost";
      await transporter.sendMail({ ...mail, headers, messageId: `<${id}@${domain}>` });
    },
    verify: () => transporter.verify().then(Boolean, () => false),
  };
}
