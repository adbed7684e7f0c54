import type { Task, TaskKind } from "../store/records";
import type { Store } from "../store/store";

/** What Stripe will do and when, in order. */
export class Agenda {
  readonly #store: Store;
  #tasks: Task[];
  #sequence: number;

  constructor(store: Store) {
    this.#store = store;
    this.#tasks = store.all("task").sort(inOrder);
    this.#sequence = this.#tasks.reduce((last, task) => Math.max(last, task.sequence), 0);
  }

  /** Plans a task (seconds), in place of the same task planned before. */
  plan(what: TaskKind, subject: string, at: number): void {
    const task = {
      id: `${what} ${subject}`,
      what,
      subject,
      at: Math.floor(at),
      sequence: ++this.#sequence,
    };
    this.#store.put("task", task);
    this.#tasks.splice(this.#placeOf(task), 0, task);
  }

  cancel(what: TaskKind, subject: string): void {
    this.#store.remove("task", `${what} ${subject}`);
  }

  /** When a task is due, if it is planned at all. */
  dueAt(what: TaskKind, subject: string): number | undefined {
    return this.#store.get("task", `${what} ${subject}`)?.at;
  }

  /** Takes the next task that is due by then off the agenda. */
  takeDue(until: number): Task | undefined {
    for (;;) {
      const next = this.#tasks[0];
      if (!next || next.at > until) return undefined;
      this.#tasks.shift();
      if (this.#store.get("task", next.id) !== next) continue;
      this.#store.remove("task", next.id);
      return next;
    }
  }

  #placeOf(task: Task): number {
    let low = 0;
    let high = this.#tasks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#tasks[middle];
      if (other && inOrder(other, task) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const inOrder = (a: Task, b: Task) => a.at - b.at || a.sequence - b.sequence;
