// What a kind of field is: its levels of agreement, how often a true match shows each (start of learning), how to compare, what to block on.

/** A distinct value, prepared once for all its comparisons. */
export interface Value {
  readonly text: string;
  /** Without blanks. */
  readonly compact: string;
  readonly tokens: readonly string[];
  /** Counts of letters in 32 classes. */
  readonly units: Uint8Array;
}

/** A key that true matches often share; records with one key form a block. */
export interface Atom {
  readonly id: string;
  readonly keyOf: (value: Value) => string;
  /** By level: how often two values at that level share the key. */
  readonly agreement: readonly number[];
  /** Too wide to block on alone. */
  readonly onlyWithOthers?: boolean;
}

export interface FieldKind {
  readonly id: string;
  /** Codes, the exact level first, "else" last. */
  readonly levels: readonly string[];
  readonly startM: readonly number[];
  readonly prepare?: (text: string) => string;
  /** Level of two different values. */
  readonly compare: (a: Value, b: Value) => number;
  readonly atoms: readonly Atom[];
}

export function makeValue(text: string): Value {
  const compact = text.replaceAll(" ", "");
  const units = new Uint8Array(32);
  for (let i = 0; i < compact.length; i++) units[compact.charCodeAt(i) & 31]!++;
  return { text, compact, tokens: [...new Set(text.split(" "))].sort(), units };
}

export const exactAtom = (levels: number): Atom => ({
  id: "exact",
  keyOf: ({ compact }) => compact,
  agreement: Array.from({ length: levels }, (_, i) => (i === 0 ? 1 : 0)),
});
