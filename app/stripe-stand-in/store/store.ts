import { missing } from "../http/problem";
import { indexes } from "./indexes";
import { type Change, type Journal, openJournal, readJournal } from "./journal";
import type { Stored, StoredKind } from "./kinds";

type Key = (object: never) => string | undefined;

/** Everything that the stand-in knows. Objects are replaced, never altered, so an event may keep the one it saw. */
export class Store {
  readonly #tables = new Map<StoredKind, Map<string, Stored[StoredKind]>>();
  readonly #found = new Map<string, Map<string, Set<string>>>();
  readonly #changed = new Map<string, [StoredKind, string]>();
  #journal: Journal | undefined;

  constructor(path?: string) {
    if (!path) return;
    const changes = readJournal(path);
    for (const [kind, , object] of changes)
      this.#place(kind as StoredKind, object as Stored[StoredKind]);
    this.#journal = openJournal(path, changes);
  }

  get<K extends StoredKind>(kind: K, id: string | undefined): Stored[K] | undefined {
    return id === undefined ? undefined : (this.#table(kind).get(id) as Stored[K] | undefined);
  }

  /** The object, or Stripe's 404 (400 where the id was a parameter). */
  need<K extends StoredKind>(kind: K, id: string | undefined, param?: string): Stored[K] {
    const found = this.get(kind, id);
    if (!found) throw missing(kind.split(".").at(-1) ?? kind, id ?? "", param);
    return found;
  }

  /** All of a kind, in the order of their making. */
  all<K extends StoredKind>(kind: K): Stored[K][] {
    return [...this.#table(kind).values()] as Stored[K][];
  }

  /** Those whose indexed field has this value, in the order in which they got it. */
  where<K extends StoredKind>(kind: K, field: string, value: string): Stored[K][] {
    const ids = this.#index(kind, field).get(value) ?? [];
    return Array.from(ids, (id) => this.get(kind, id)).filter((object) => object !== undefined);
  }

  put<K extends StoredKind>(kind: K, object: Stored[K]): Stored[K] {
    this.#place(kind, object);
    this.#changed.set(`${kind} ${object.id}`, [kind, object.id]);
    return object;
  }

  change<K extends StoredKind>(kind: K, id: string, patch: Partial<Stored[K]>): Stored[K] {
    return this.put(kind, { ...this.need(kind, id), ...patch });
  }

  remove(kind: StoredKind, id: string): void {
    if (this.#table(kind).delete(id)) this.#changed.set(`${kind} ${id}`, [kind, id]);
  }

  /** Writes what changed since the last commit; called before an answer leaves the process. */
  commit(): void {
    if (this.#changed.size === 0) return;
    const changes = [...this.#changed.values()].map(
      ([kind, id]): Change => [kind, id, this.get(kind, id) ?? null],
    );
    this.#changed.clear();
    this.#journal?.append(changes);
  }

  close(): void {
    this.commit();
    this.#journal?.close();
    this.#journal = undefined;
  }

  #table(kind: StoredKind): Map<string, Stored[StoredKind]> {
    const table = this.#tables.get(kind) ?? new Map<string, Stored[StoredKind]>();
    this.#tables.set(kind, table);
    return table;
  }

  #place(kind: StoredKind, object: Stored[StoredKind]): void {
    const before = this.#table(kind).get(object.id);
    this.#table(kind).set(object.id, object);
    for (const [field, key] of Object.entries(indexes[kind] ?? {})) {
      const [old, value] = [before && (key as Key)(before as never), (key as Key)(object as never)];
      if (old === value) continue;
      if (old !== undefined) this.#index(kind, field).get(old)?.delete(object.id);
      if (value === undefined) continue;
      const index = this.#index(kind, field);
      index.set(value, (index.get(value) ?? new Set()).add(object.id));
    }
  }

  #index(kind: StoredKind, field: string): Map<string, Set<string>> {
    const index = this.#found.get(`${kind} ${field}`) ?? new Map<string, Set<string>>();
    this.#found.set(`${kind} ${field}`, index);
    return index;
  }
}
