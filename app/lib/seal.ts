import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Encrypts what must be read again but not lie about: two-factor secrets, links waiting to be mailed. */
export interface Seal {
  close(text: string): string;
  open(sealed: string): string;
}

/** AES-256-GCM with a key derived from the portal's secret. `open` throws where the text was changed. */
export function createSeal(appSecret: string): Seal {
  const key = Buffer.from(hkdfSync("sha256", appSecret, "", "linkway seal", 32));
  return {
    close(text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, iv);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString(
        "utf8",
      );
    },
  };
}
