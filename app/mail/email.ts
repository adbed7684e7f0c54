import type { ReactElement } from "react";

/** What every mail may say about who sends it. */
export interface Sender {
  associationName: string;
  portalUrl: string;
  contactEmail: string;
}

/** One mail: listed with its sample on /admin/mail. Service mails carry no promotion (PECR). */
export interface Email<Details> {
  kind: "service" | "marketing";
  /** When it is sent, for the office. */
  when: string;
  /** Whether its details hold a link or code: then they are sealed, and wiped once sent. */
  isSecret?: boolean;
  subject(details: Details, sender: Sender): string;
  body(details: Details, sender: Sender): ReactElement;
  sample: Details;
}
