import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import { Heading } from "~/ui/heading";

interface LinkButtonProps {
  title: string;
  token: string;
  button: string;
  children: ReactNode;
}

/** Where a mailed link leads: a button does what it is for, because scanners open every link. */
export const LinkButton = ({ title, token, button, children }: LinkButtonProps) => (
  <div className="portal-measure">
    <Heading>{title}</Heading>
    {children}
    <form method="post">
      <input type="hidden" name="token" value={token} />
      <Button>{button}</Button>
    </form>
  </div>
);

/** A link that was used, is too old, or was not copied whole. */
export const LinkEnded = ({ children }: { children: ReactNode }) => (
  <div className="portal-measure">
    <Heading>This link has ended</Heading>
    <p>A link works once, and only for a while. If you copied it, check that it is whole.</p>
    {children}
  </div>
);
