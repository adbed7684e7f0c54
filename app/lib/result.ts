/** An expected refusal is a value; exceptions are for bugs and broken infrastructure. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const err = <const E>(error: E): { ok: false; error: E } => ({ ok: false, error });
