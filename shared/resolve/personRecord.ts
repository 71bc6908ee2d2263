// What resolving is given: one record a row and entity.

export interface ResolveRecord {
  /** Records of one entity are one from the start: the same number here. */
  readonly entity: number;
  /** Number of the source; two clean sources are matched one to one. */
  readonly source: number;
  /** Field name → value as stored. */
  readonly values: Readonly<Record<string, string>>;
  /** A resident identity number with a valid check sign, or null. */
  readonly identityNumber: string | null;
}

/** How a Chinese name is spelt (pinyin without tones); shared/ holds no dictionary, so the caller lends one. */
export type SpellName = (name: string) => string;

export interface ResolveOptions {
  readonly spell: SpellName;
  /** Fields known to describe the person; others (a sheet's own columns) weigh nothing until matches show that they agree. */
  readonly isKnownField?: (name: string) => boolean;
  readonly report?: (phase: "compare" | "learn" | "cluster", done: number, total: number) => void;
  readonly signal?: AbortSignal;
}
