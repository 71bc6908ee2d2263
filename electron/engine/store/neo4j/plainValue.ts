// Values on their way: what a server sends, as plain values: whole numbers stay exact (as text beyond 2^53), times become ISO text, the rest what JSON knows.
import type { Record as Neo4jRecord } from "neo4j-driver";

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };
export type Row = Readonly<Record<string, Plain>>;

const deepest = 20;

export function plainRow(record: Neo4jRecord): Row {
  return Object.fromEntries(record.keys.map((key) => [String(key), plain(record.get(key), 0)]));
}

function plain(value: unknown, depth: number): Plain {
  if (typeof value === "bigint")
    return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (value === null || value === undefined) return null;
  if (depth > deepest) return "…";
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  return plainObject(value as object, depth);
}

/** Nodes and relationships as their properties; dates, times and points by their own text. */
function plainObject(value: object, depth: number): Plain {
  const { properties, labels, type } = value as { properties?: object; labels?: unknown; type?: unknown };
  if (properties && (labels || type)) return plainObject(properties, depth + 1);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner, depth + 1)]));
}

/** Parameters as the driver wants them: a number without a fraction is a whole number there. */
export function toParameters(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(toParameters);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toParameters(inner)]));
}
