import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { instantInWords } from "~/lib/words";
import { Button } from "~/ui/button";
import { Done } from "~/ui/done";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { type Device, devicesOf, endDevice, endOtherDevices } from "../devices";

export const meta = pageMeta({ title: "Devices" });

export const loader = page.signedIn(async ({ db, actor }) => {
  const devices = await devicesOf(db, actor.personId, actor.sessionId);
  return { devices };
});

export const action = page.signedIn(async (visit) => {
  const { db, actor, form } = visit;
  const device = (await form()).get("device");
  if (device === "others") {
    await endOtherDevices(db, actor, visit);
    return redirect("/account/devices?done=othersEnded");
  }
  await endDevice(db, actor.personId, String(device), visit); // one that is gone already is what was wanted
  return redirect("/account/devices?done=ended");
});

const DONE = {
  ended: "That device is signed out",
  othersEnded: "All other devices are signed out",
};

export default function Devices() {
  const { devices } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/account/security">Security</BackLink>
      <Heading>Devices</Heading>
      <Done words={DONE} />
      <p>Where you are signed in. If you do not know one, sign it out and change your password.</p>
      <ul className="portal-lines">
        {devices.map((device) => (
          <DeviceLine key={device.id} device={device} />
        ))}
      </ul>
      {devices.length > 1 && (
        <form method="post">
          <input type="hidden" name="device" value="others" />
          <Button kind="secondary">Sign out all other devices</Button>
        </form>
      )}
    </>
  );
}

function DeviceLine({ device }: { device: Device }) {
  const { id, words, isThis, lastSeenAt, signedInAt } = device;
  return (
    <li>
      <div>
        <strong>{words}</strong>
        {isThis && " (this device)"}
        <div className="portal-lines__about">
          Last used {instantInWords(lastSeenAt)}. Signed in {instantInWords(signedInAt)}.
        </div>
      </div>
      {!isThis && (
        <form method="post">
          <input type="hidden" name="device" value={id} />
          <button className="portal-link-button" type="submit">
            Sign out<span className="nhsuk-u-visually-hidden"> {words}</span>
          </button>
        </form>
      )}
    </li>
  );
}
