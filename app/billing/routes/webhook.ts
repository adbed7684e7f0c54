import { page } from "~/access";
import { receiveWebhook } from "../receive-webhook";

/** Stripe knocks here; whoever knocks must have signed the very bytes that came. */
export const action = page.public(async ({ world, body, request, now }) => {
  const signature = request.headers.get("stripe-signature");
  const answer = await receiveWebhook(world, { body: await body(), signature }, now);
  return answer === "received"
    ? new Response("ok", { status: 200 })
    : new Response("The signature does not fit", { status: 400 });
});

/** Nobody reads anything here. */
export const loader = page.public(
  () => new Response("Only Stripe sends here", { status: 405, headers: { Allow: "POST" } }),
);
