import type { ReactNode } from "react";

interface HeadingProps {
  size?: "xl" | "l";
  /** Where in the portal this is, or whom it is about; read out before the heading. */
  caption?: string;
  children: ReactNode;
}

/** The page's one `<h1>`. */
export const Heading = ({ size = "l", caption, children }: HeadingProps) => (
  <h1 className={`nhsuk-heading-${size}`}>
    {caption && <span className="portal-caption">{caption} </span>}
    {children}
  </h1>
);

/** Stands above the heading and leads one step up. */
export const BackLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <a className="nhsuk-back-link" href={href}>
    {children}
  </a>
);
