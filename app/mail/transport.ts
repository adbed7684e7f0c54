export interface RenderedMail {
  /** Stands in the Message-ID, so that a mail sent again after a crash is known to be the same. */
  id: string;
  from: { name: string; address: string };
  /** One address, as it is: never a list. */
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
}

/** Where rendered mail goes: an SMTP server, or the demonstration's mailbox. Throws where it was not taken. */
export interface Transport {
  send(mail: RenderedMail): Promise<void>;
  /** Whether the way out works, for `/ready`. */
  verify(): Promise<boolean>;
}
