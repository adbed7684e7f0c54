/** "amara@example.org" → "a…@example.org": enough to know one's own address by, too little to learn another's. */
export function hiddenAddress(email: string): string {
  const [name = "", domain = ""] = email.split("@");
  return `${[...name][0] ?? ""}…@${domain}`;
}
