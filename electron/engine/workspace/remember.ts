// Values that hold until what they were counted from changes: computed once a state, a connection.
import type { ReadableDb } from "../store/sqlite/database.ts";

const known = new WeakMap<ReadableDb, Map<string, { readonly state: string; readonly value: unknown }>>();

export function remember<T>(db: ReadableDb, name: string, state: string, compute: () => T): T {
  const values = known.get(db) ?? new Map<string, { state: string; value: unknown }>();
  known.set(db, values);
  const found = values.get(name);
  if (found?.state === state) return found.value as T;
  const value = compute();
  values.set(name, { state, value });
  return value;
}
