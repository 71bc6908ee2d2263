// Parameters as the audit keeps them: whole where they are short, counted where they are long.

const maxText = 200;
const maxItems = 20;

export function summariseParams(params: unknown): Record<string, unknown> {
  if (typeof params !== "object" || params === null) return {};
  return summariseFields(Object.entries(params), -1);
}

/** Never written down, not even its length. */
const secret = "password";

const summariseFields = (fields: readonly [string, unknown][], depth: number): Record<string, unknown> =>
  Object.fromEntries(fields.filter(([name]) => name !== secret).map(([name, value]) => [name, summarise(value, depth + 1)]));

function summarise(value: unknown, depth: number): unknown {
  if (typeof value === "string") return value.length > maxText ? `${value.slice(0, maxText)}…` : value;
  if (Array.isArray(value))
    return value.length > maxItems || depth > 2 ? { items: value.length } : value.map((item) => summarise(item, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (depth > 2 || entries.length > maxItems) return { fields: entries.length };
  return summariseFields(entries, depth);
}
