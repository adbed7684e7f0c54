import { useSearchParams } from "@remix-run/react";

interface PagerProps {
  /** The key after which the next page starts; absent on the last page. */
  next: string | undefined;
  /** The address's parameter that carries the key. */
  parameter?: string;
}

/** Onwards through a list that is paged by key, keeping the address's other parameters. */
export function Pager({ next, parameter = "after" }: PagerProps) {
  const [search] = useSearchParams();
  const isFirst = !search.has(parameter);
  if (isFirst && !next) return null;
  const addressOf = (key?: string) => {
    const others = new URLSearchParams(search);
    others.delete("done");
    if (key) others.set(parameter, key);
    else others.delete(parameter);
    return `?${others}`;
  };
  return (
    <nav className="portal-pager" aria-label="Pages of this list">
      {!isFirst && <a href={addressOf()}>First page</a>}
      {next && (
        <a href={addressOf(next)} rel="next">
          Next page
        </a>
      )}
    </nav>
  );
}
