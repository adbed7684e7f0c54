/** A `next=` that stays on this site, or the fallback. Refuses `//host`, `/\host` and anything with a scheme. */
export function safeRedirect(next: FormDataEntryValue | null | undefined, fallback = "/"): string {
  if (typeof next !== "string" || next.length > 2000) return fallback;
  const hasControlCharacter = [...next].some((character) => character.charCodeAt(0) < 32);
  if (!next.startsWith("/") || /^\/[/\\]/.test(next) || hasControlCharacter) return fallback;
  return next;
}
