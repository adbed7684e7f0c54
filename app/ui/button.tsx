import type { ReactNode } from "react";

type Kind = "primary" | "secondary" | "warning";

const CLASSES: Record<Kind, string> = {
  primary: "nhsuk-button",
  secondary: "nhsuk-button nhsuk-button--secondary",
  warning: "nhsuk-button nhsuk-button--warning",
};

interface ButtonProps {
  kind?: Kind;
  name?: string;
  value?: string;
  children: ReactNode;
}

/** Sends the form that it stands in. The library's own Button would load script to do so. */
export const Button = ({ kind = "primary", name, value, children }: ButtonProps) => (
  <button className={CLASSES[kind]} type="submit" name={name} value={value}>
    {children}
  </button>
);

/** A link that is the page's main way on. */
export const ButtonLink = ({
  kind = "primary",
  href,
  children,
}: {
  kind?: Kind;
  href: string;
  children: ReactNode;
}) => (
  <a className={CLASSES[kind]} href={href} draggable="false">
    {children}
  </a>
);
