import { notDelivered } from "./not-delivered";

/** Every mail that this room sends. */
export const mailEmails = { "mail.notDelivered": notDelivered };
