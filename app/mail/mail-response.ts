/** Style stands in a mail's markup; nothing runs, nothing is fetched, and its links leave the frame. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; " +
  "form-action 'none'; sandbox allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox";

/** A rendered mail at an address of its own, under a policy of its own, to be shown in a frame. */
export function mailResponse(html: string): Response {
  return new Response(html.replaceAll('target="_blank"', 'target="_top"'), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      "X-Frame-Options": "SAMEORIGIN",
      "Cache-Control": "no-store",
    },
  });
}
