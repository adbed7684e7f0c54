import type { ReactNode } from "react";

/** What will be here, and the first step towards it. */
export const EmptyState = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <div className="portal-empty">
    <h2 className="nhsuk-heading-s">{heading}</h2>
    {children}
  </div>
);
