import Stripe from "stripe";
import { DAY, HOUR, MINUTE, secondsAt } from "../clockwork/calendar";
import type { ReleaseOrder } from "../options";
import type { Delivery } from "../store/records";
import type { World } from "../world";

/** Stripe tries again later and later, for three days. */
const RETRY_AFTER = [5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 12 * HOUR];
const GIVES_UP_AFTER = 3 * DAY;
const ANSWER_WITHIN_MS = 30_000;

/** Sends events one after another and keeps account of their answers. */
export class Deliveries {
  #world: World | undefined;
  #line: Promise<void> = Promise.resolve();

  attach(world: World): void {
    this.#world = world;
    for (const { id, state } of world.store.all("delivery"))
      if (state === "waiting" && world.agenda.dueAt("deliverEvent", id) === undefined)
        world.agenda.plan("deliverEvent", id, world.now());
  }

  /** An event wants to be sent: at once, or kept while events are held or told by hand. */
  announce(id: string): void {
    const world = this.#live();
    if (!isWanted(world, id))
      return void world.store.put("delivery", {
        ...world.store.need("delivery", id),
        state: "delivered",
      });
    if (world.options.deliver === "manual") return;
    if (controlOf(world).holding) return void world.store.change("delivery", id, { state: "held" });
    this.#line = this.#line.then(async () => {
      await this.#attempt(id);
    });
  }

  async settled(): Promise<void> {
    for (let line: Promise<void> | undefined; line !== this.#line; ) {
      line = this.#line;
      await line;
    }
  }

  deliver(id: string): Promise<number | null> {
    this.#live().store.need("event", id);
    return this.#attempt(id);
  }

  duplicate(id: string): Promise<number | null> {
    return this.#post(id);
  }

  hold(): void {
    const world = this.#live();
    world.store.put("control", { ...controlOf(world), holding: true });
  }

  async release(order: ReleaseOrder = "asEmitted"): Promise<void> {
    const world = this.#live();
    world.store.put("control", { ...controlOf(world), holding: false });
    const held = world.store
      .all("delivery")
      .filter((delivery) => delivery.state === "held")
      .map((delivery) => delivery.id);
    const rest = typeof order === "string" ? [] : held.filter((id) => !order.includes(id));
    const ids =
      order === "asEmitted" ? held : order === "reversed" ? held.reverse() : [...order, ...rest];
    for (const id of ids) await this.#attempt(id);
    world.store.commit();
  }

  failNext(times: number): void {
    const world = this.#live();
    world.store.put("control", { ...controlOf(world), failNext: times });
  }

  async #attempt(id: string): Promise<number | null> {
    const world = this.#live();
    const control = controlOf(world);
    if (control.failNext > 0)
      world.store.put("control", { ...control, failNext: control.failNext - 1 });
    const status = control.failNext > 0 ? null : await this.#post(id);
    note(world, world.store.need("delivery", id), status);
    world.store.commit();
    return status;
  }

  async #post(id: string): Promise<number | null> {
    const world = this.#live();
    const payload = JSON.stringify(world.store.need("event", id));
    const signature = await Stripe.webhooks.generateTestHeaderStringAsync({
      payload,
      secret: world.options.webhookSecret,
      timestamp: secondsAt(world.options.now()),
    });
    try {
      const response = await fetch(world.webhookUrl, {
        method: "POST",
        body: payload,
        redirect: "manual",
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        headers: {
          "content-type": "application/json; charset=utf-8",
          "stripe-signature": signature,
          "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        },
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return null;
    }
  }

  #live(): World {
    if (!this.#world) throw new Error("Deliveries are not attached to a world");
    return this.#world;
  }
}

function note(world: World, delivery: Delivery, status: number | null): void {
  const isDelivered = status !== null && status >= 200 && status < 300;
  const attempts = delivery.attempts + 1;
  const firstAttemptAt = delivery.firstAttemptAt ?? world.now();
  const wait = RETRY_AFTER[Math.min(attempts, RETRY_AFTER.length) - 1] ?? 0;
  const isOver = world.now() + wait > firstAttemptAt + GIVES_UP_AFTER;
  const state = isDelivered ? "delivered" : isOver ? "failed" : "waiting";
  world.store.put("delivery", {
    id: delivery.id,
    state,
    attempts,
    lastStatus: status,
    firstAttemptAt,
  });
  if (state === "waiting") world.agenda.plan("deliverEvent", delivery.id, world.now() + wait);
  else world.agenda.cancel("deliverEvent", delivery.id);
  const event = world.store.need("event", delivery.id);
  if (isDelivered && event.pending_webhooks)
    world.store.change("event", event.id, { pending_webhooks: 0 });
}

function isWanted(world: World, id: string): boolean {
  const { enabledEvents } = world.options;
  return (
    !enabledEvents ||
    enabledEvents.includes("*") ||
    enabledEvents.includes(world.store.need("event", id).type)
  );
}

const controlOf = (world: World) =>
  world.store.get("control", "control") ?? { id: "control" as const, failNext: 0, holding: false };
