import { page } from "~/access";

/** Alive: the process answers. Whether it can do its work is `/ready`. */
export const loader = page.public(
  () => new Response("ok", { headers: { "Content-Type": "text/plain" } }),
);
