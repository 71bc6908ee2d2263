// What differs from the last run, line by line: new, gone, changed or the same, by key.
import type { LineShape } from "./line.ts";
import type { FoundLine, LineCell } from "./packLines.ts";

export const lineChanges = ["new", "changed", "gone", "same"] as const;
export type LineChange = (typeof lineChanges)[number];

export interface ComparedLine extends FoundLine {
  readonly change: LineChange;
  /** The cells of the last run, where the line changed. */
  readonly earlier: readonly LineCell[] | null;
}

const sameCell = (a: LineCell | undefined, b: LineCell | undefined): boolean =>
  a?.value === b?.value && [...(a?.refs ?? [])].sort().join() === [...(b?.refs ?? [])].sort().join();

/** Only fields that are told count: a weight that moves by a tenth of a bit is no news. */
const isSame = (shape: LineShape<unknown>, now: FoundLine, then: FoundLine): boolean =>
  shape.fields.every((field, i) => !field.isTold || sameCell(now.cells[i], then.cells[i]));

/** Members of the list by which a line grows, and the rest of its key. */
function growth(
  { key, fields, grows }: LineShape<unknown>,
  line: FoundLine,
): { readonly rest: string; readonly members: readonly string[] } {
  const parts = line.key.split(" | ");
  const at = fields.findIndex(({ name }) => name === grows);
  return { rest: parts.filter((_, i) => key[i] !== grows).join(" | "), members: line.cells[at]?.refs ?? [] };
}

/** Of the lines that are gone the one that this line grew from: at least half of all members of both stayed. */
function ancestorOf(shape: LineShape<unknown>, line: FoundLine, gone: readonly FoundLine[]): FoundLine | undefined {
  const own = growth(shape, line);
  const set = new Set(own.members);
  return gone
    .map((then) => {
      const { rest, members } = growth(shape, then);
      const kept = rest === own.rest ? members.filter((one) => set.has(one)).length : 0;
      return { then, share: kept / (set.size + members.length - kept) };
    })
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share)[0]?.then;
}

const pairKey = (shape: LineShape<unknown>, now: readonly FoundLine[], then: readonly FoundLine[]): ReadonlyMap<FoundLine, FoundLine> => {
  const earlier = new Map(then.map((line) => [line.key, line]));
  const pairs = new Map<FoundLine, FoundLine>();
  for (const line of now) {
    const same = earlier.get(line.key);
    if (same) pairs.set(line, same);
  }
  if (shape.grows === undefined) return pairs;
  const met = new Set(pairs.values());
  const left = new Set(then.filter((line) => !met.has(line)));
  for (const line of now) {
    const from = pairs.has(line) ? undefined : ancestorOf(shape, line, [...left]);
    if (!from) continue;
    pairs.set(line, from);
    left.delete(from);
  }
  return pairs;
};

const rank: Readonly<Record<LineChange, number>> = { new: 0, changed: 1, gone: 2, same: 3 };

/** Differences first, each in its own order. `then` null: there was no run before, nothing is compared. */
export function compareLines(shape: LineShape<unknown>, now: readonly FoundLine[], then: readonly FoundLine[] | null): ComparedLine[] {
  if (then === null) return now.map((line) => ({ ...line, change: "same", earlier: null }));
  const pairs = pairKey(shape, now, then);
  const stayed = new Set(pairs.values());
  const compared = now.map((line): ComparedLine => {
    const from = pairs.get(line);
    if (!from) return { ...line, change: "new", earlier: null };
    const isKept = from.key === line.key && isSame(shape, line, from);
    return { ...line, change: isKept ? "same" : "changed", earlier: isKept ? null : from.cells };
  });
  const gone = then.filter((line) => !stayed.has(line)).map((line): ComparedLine => ({ ...line, change: "gone", earlier: null }));
  return [...compared, ...gone]
    .map((line, i) => ({ line, i }))
    .sort((a, b) => rank[a.line.change] - rank[b.line.change] || a.i - b.i)
    .map(({ line }) => line);
}
