// Entities: a kind and a normalised key. Written `kind:key` everywhere outside the store.

/** The kinds that have a glyph of their own, in the order of legends and menus. A source may name further kinds (`officer`). */
export const entityKinds = ["case", "person", "organisation", "phone", "account", "device", "netid", "vehicle", "place", "thing"] as const;

export type EntityKind = (typeof entityKinds)[number];

/** `kind:key`, e.g. `phone:13800138000`; the key may hold colons itself. A record without a key is `person:#<n>`. */
export type EntityRef = string;

export interface EntityName {
  readonly kind: string;
  readonly key: string;
}

export const entityRef = (kind: string, key: string): EntityRef => `${kind}:${key}`;

export function parseEntityRef(ref: EntityRef): EntityName {
  const colon = ref.indexOf(":");
  return colon < 1 ? { kind: "thing", key: ref } : { kind: ref.slice(0, colon), key: ref.slice(colon + 1) };
}

/** An entity as screens show it. */
export interface Entity extends EntityName {
  readonly ref: EntityRef;
  readonly label: string;
}

/** What names an account that has several numbers carries them: first the one by which it is called everywhere, the account before its cards. */
export interface Numbered {
  readonly numbers?: readonly string[];
}

/** Records that are one person, or thing: the one that stands for all comes first. */
export interface IdentityRecords {
  readonly refs: readonly EntityRef[];
}
