import type { ReactNode } from "react";

/** A wide table's frame: on a phone the table moves inside it, by touch or by the arrow keys. */
export const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className="portal-scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
