import type Stripe from "stripe";
import { Agenda } from "./clockwork/agenda";
import type { StandInOptions } from "./options";
import type { Store } from "./store/store";

/** What every part of the stand-in works in. */
export class World {
  readonly agenda: Agenda;
  /** The call that is being answered; Stripe names it in the events it causes. */
  request: Stripe.Event.Request | null = null;
  /** While true no events are emitted: a past is being made. */
  isSilent = false;
  #pinned: number | null = null;
  #reached = 0;

  constructor(
    readonly options: StandInOptions,
    readonly store: Store,
    readonly announce: (eventId: string) => void,
  ) {
    this.agenda = new Agenda(store);
  }

  /** Seconds since 1970 on Stripe's clock; it never runs backwards. */
  now(): number {
    if (this.#pinned !== null) return this.#pinned;
    const seconds = Math.floor(this.options.now().epochMilliseconds / 1000);
    return Math.max(seconds, this.#reached);
  }

  /** Whether time is being worked through at this moment. */
  get isPinned(): boolean {
    return this.#pinned !== null;
  }

  pin(seconds: number | null): void {
    this.#pinned = seconds;
  }

  reach(seconds: number): void {
    this.#reached = Math.max(this.#reached, seconds);
  }

  get publicOrigin(): string {
    const { publicOrigin } = this.options;
    return typeof publicOrigin === "string" ? publicOrigin : publicOrigin();
  }

  get webhookUrl(): string {
    const { webhookUrl } = this.options;
    return typeof webhookUrl === "string" ? webhookUrl : webhookUrl();
  }
}
