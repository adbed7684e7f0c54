import latin from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { page } from "./access";
import { useRequestFacts } from "./request-facts";
import { ErrorPage } from "./site/error-page";
import { type Frame, frameOf } from "./site/frame";
import { PageFrame } from "./site/page-frame";
import { titleOfRefusal } from "./site/refused";
import { metaTags } from "./ui/meta";
import stylesheet from "./ui/portal.scss?url";

export const links: LinksFunction = () => [
  { rel: "preload", href: latin, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/icon-192.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export const loader = page.public(({ actor, world, url }) => frameOf(world, actor, url));

/** For error pages, which have no other title. */
export const meta: MetaFunction<typeof loader> = ({ error, matches }) => {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return metaTags({ title: error ? titleOfRefusal(status) : "Home" }, { matches });
};

/** A page that only reads or posts a plain form ships no framework script; a route asks for it by its handle. */
const useIsInteractive = () =>
  useMatches().some(({ handle }) =>
    Boolean((handle as { interactive?: boolean } | undefined)?.interactive),
  );

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<Frame>("root");
  const isInteractive = useIsInteractive();
  const { nonce } = useRequestFacts();
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#0d3740" />
        <Meta />
        <Links />
        <script type="module" src={enhancements} nonce={nonce} />
      </head>
      <body>
        <PageFrame frame={frame}>{children}</PageFrame>
        {isInteractive && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

const enhancements = import.meta.env.DEV
  ? "/app/enhance.ts"
  : `/assets/enhance.js?v=${__BUILD_ID__}`;

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage refusal={isRouteErrorResponse(error) ? error : undefined} />;
}
