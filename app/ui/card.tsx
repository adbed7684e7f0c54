import type { ReactNode } from "react";

interface CardProps {
  heading?: ReactNode;
  /** `dark` for the one card that says who somebody is, `sun` for what waits. */
  kind?: "plain" | "dark" | "sun";
  children: ReactNode;
}

/** A white box with a hairline. Its heading is an `<h2>`. */
export const Card = ({ heading, kind = "plain", children }: CardProps) => (
  <section className={kind === "plain" ? "portal-card" : `portal-card portal-card--${kind}`}>
    {heading && <h2 className="portal-card__heading">{heading}</h2>}
    {children}
  </section>
);

/** Cards beside each other where there is room, below each other on a phone. */
export const Cards = ({ children }: { children: ReactNode }) => (
  <div className="portal-cards">{children}</div>
);
