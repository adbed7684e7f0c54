import { useSearchParams } from "@remix-run/react";

/** Says what has just been done, after the redirect that a form ends with (`?done=key`). Unknown keys say nothing. */
export function Done({ words }: { words: Record<string, string> }) {
  const [search] = useSearchParams();
  const done = search.get("done") ?? "";
  const said = Object.hasOwn(words, done) && words[done];
  if (!said) return null;
  return (
    <div className="portal-done" role="status">
      {said}
    </div>
  );
}
