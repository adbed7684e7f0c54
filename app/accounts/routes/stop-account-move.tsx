import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { instantInWords } from "~/lib/words";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { moveToStop, stopMove } from "../finish-account-move";
import { hiddenAddress } from "../hidden-address";
import { LinkButton, LinkEnded } from "../link-page";

export const meta = pageMeta({ title: "Stop the move of an account" });

/** Looking changes nothing, however often a mail scanner looks. */
export const loader = page.byToken(async ({ world, url }) => {
  if (url.searchParams.has("stopped")) return { kind: "stopped" as const };
  const token = url.searchParams.get("token") ?? "";
  const move = await moveToStop(world, token);
  if (!move) return data({ kind: "ended" as const }, { status: 410 });
  return {
    kind: "link" as const,
    token,
    newEmail: hiddenAddress(move.toEmail),
    takesEffect: instantInWords(move.takesEffectAt),
  };
});

export const action = page.byToken(async (visit) => {
  const token = String((await visit.form()).get("token"));
  const done = await stopMove(visit.world, token, visit);
  const shown = done.ok ? "stopped" : `token=${encodeURIComponent(token)}`;
  return redirect(`/account-moves/stop?${shown}`);
});

export default function StopAccountMove() {
  const move = useLoaderData<typeof loader>();
  if (move.kind === "stopped")
    return (
      <div className="portal-measure">
        <Heading>The move is stopped</Heading>
        <p>
          The account stays as it was. If somebody else asked for the move,{" "}
          <a href="/forgotten-password">choose a new password</a> and{" "}
          <a href="/contact">write to us</a>.
        </p>
      </div>
    );
  if (move.kind === "ended")
    return (
      <LinkEnded>
        <p>
          The move was stopped already, or it has taken effect. <a href="/contact">Write to us</a>{" "}
          if that is wrong.
        </p>
      </LinkEnded>
    );
  return (
    <LinkButton title="Stop the move of your account" token={move.token} button="Stop the move">
      <p>
        Your account is to move to {move.newEmail} on {move.takesEffect}. If you did not ask for
        this, stop it.
      </p>
    </LinkButton>
  );
}
