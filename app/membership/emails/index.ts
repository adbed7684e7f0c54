/** Every mail that this room sends. */
export const membershipEmails = {};
