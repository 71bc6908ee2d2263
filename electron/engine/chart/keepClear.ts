// A masked session shows what people wrote on a chart masked, and sends the chart back to be kept: what it never saw clear is put back as it was.
import type { Masker } from "../../../shared/review/masker.ts";

/** Fields that people write freely. */
const written = new Set(["text", "label", "note", "ground", "name"]);

function walk(value: unknown, change: (text: string, kind: string) => string, kind = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => walk(one, change, kind));
  if (value === null || typeof value !== "object") return value;
  const own = typeof (value as { kind?: unknown }).kind === "string" ? (value as { kind: string }).kind : kind;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      typeof part === "string" && written.has(key) ? change(part, own) : walk(part, change, own),
    ]),
  );
}

/** Puts clear texts of the stored JSON back wherever their masked form comes in. */
export function keepClear(stored: readonly string[], show: Masker): <T>(incoming: T) => T {
  const clearOf = new Map<string, string>();
  for (const text of stored) {
    if (text === "") continue;
    walk(JSON.parse(text), (clear, kind) => {
      for (const shown of [show.text(clear), show.label(kind, clear), show.fileName(clear)]) if (shown !== clear) clearOf.set(shown, clear);
      return clear;
    });
  }
  return (incoming) => (clearOf.size === 0 ? incoming : (walk(incoming, (text) => clearOf.get(text) ?? text) as typeof incoming));
}
