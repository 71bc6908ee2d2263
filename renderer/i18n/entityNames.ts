// What an entity is called in lists: an account by its number, for many accounts share a holder.
import { parseEntityRef } from "../../shared/model/entity.ts";

/** The number of an account, else the label. */
export function entityName(ref: string, label: string): string {
  const { kind, key } = parseEntityRef(ref);
  return kind === "account" && /^\d{9,}$/.test(key) ? key : label;
}

/** The holder of an account, where the label is one. */
export function holderOf(ref: string, label: string): string {
  return entityName(ref, label) === label ? "" : label;
}
