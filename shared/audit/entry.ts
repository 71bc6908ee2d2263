// An audit entry as canonical text: what the hash chain is computed over. The same entry gives the same text everywhere.

export interface AuditFacts {
  readonly sequence: number;
  readonly at: number;
  readonly utcOffset: number;
  readonly user: string;
  readonly host: string;
  readonly action: string;
  /** JSON text with sorted keys. */
  readonly detail: string;
  readonly result: string;
  readonly previous: string;
}

/** Hash of nothing: what the first entry follows. */
export const chainStart = "0".repeat(64);

/** JSON of an array: no separator can be forged from inside a value. */
export function canonicalText(entry: AuditFacts): string {
  const { sequence, at, utcOffset, user, host, action, detail, result, previous } = entry;
  return JSON.stringify(["caseweave-audit-1", sequence, at, utcOffset, user, host, action, detail, result, previous]);
}

/** JSON with sorted keys, so that the same facts are the same text. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
