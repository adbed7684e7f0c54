import type { ReactNode } from "react";

interface Words {
  title: string;
  about: ReactNode;
}

const NOT_FOUND: Words = {
  title: "Page not found",
  about: (
    <>
      <p>
        If you typed the address, check that it is right. If you pasted it, check that it is whole.
      </p>
      <p>
        What you were looking for may have moved or ended, or it may belong to somebody else. You
        can <a href="/">start from the first page</a> or <a href="/help">look for help</a>.
      </p>
    </>
  ),
};

const BY_STATUS: Record<number, Words> = {
  401: {
    title: "Sign in to finish",
    about: (
      <p>
        <a href="/sign-in">Sign in</a>, then try again.
      </p>
    ),
  },
  403: {
    title: "You cannot open this page",
    about: (
      <>
        <p>You are signed in, but your role in the office does not include this.</p>
        <p>
          Nothing was changed. If you need it for your work, ask an administrator to add the role.{" "}
          <a href="/admin">Go to the office’s first page</a>.
        </p>
      </>
    ),
  },
  404: NOT_FOUND,
  405: NOT_FOUND,
  413: {
    title: "That was too large",
    about: (
      <p>
        Nothing of it was saved. Go back, choose a smaller file, and send it again. For a photo,
        your phone’s “medium” size is enough.
      </p>
    ),
  },
  429: {
    title: "Too many tries",
    about: (
      <p>
        To keep accounts safe we stop after a number of tries. Nothing was changed. Wait 15 minutes,
        then try again.
      </p>
    ),
  },
};

const OTHERWISE: Words = {
  title: "That could not be read",
  about: (
    <p>
      What was sent was not complete, and nothing was changed. Go back, reload the page, and try
      again.
    </p>
  ),
};

const wordsFor = (status: number): Words => BY_STATUS[status] ?? OTHERWISE;

/** What stands in the browser's tab. */
export const titleOfRefusal = (status: number): string =>
  status < 500 ? wordsFor(status).title : "Something went wrong";

/** An answer that is no fault of the portal's: not there, not allowed, too much, too often. */
export function Refused({ status }: { status: number }) {
  const { title, about } = wordsFor(status);
  return (
    <div className="portal-measure">
      <h1 className="nhsuk-heading-l">{title}</h1>
      {about}
    </div>
  );
}
