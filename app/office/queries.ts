import type { Db, Trx } from "~/schema";

export function allSettings(db: Db) {
  return db.selectFrom("settings").select(["key", "value"]).execute();
}

export function putSetting(trx: Trx, key: string, value: string, updatedAt: string) {
  return trx
    .insertInto("settings")
    .values({ key, value, updatedAt })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value, updatedAt }))
    .execute();
}
