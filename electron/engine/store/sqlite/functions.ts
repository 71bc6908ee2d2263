// SQL functions of our own, for the documented views: times with offset, decimal money.
import type BetterSqlite3 from "better-sqlite3";
import { isoTime } from "../../../../shared/model/time.ts";

export function registerFunctions(database: BetterSqlite3.Database): void {
  database.function("iso_time", { deterministic: true }, (at, offset) => (typeof at === "number" ? isoTime(at, Number(offset ?? 480)) : null));
}
