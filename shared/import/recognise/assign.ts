// Gives columns their targets under one row kind: best pairs first, each column and each target once (repeatable targets several times).
import type { RowKindSpec, Target } from "../targets/target.ts";
import { scoreContent } from "./contentScore.ts";
import { scoreHeading } from "./headingScore.ts";
import type { ColumnProfile } from "./profile.ts";

export interface Candidate {
  readonly column: number;
  readonly target: string;
  readonly score: number;
  readonly heading: number;
  readonly content: number;
}

export interface Assignment {
  readonly spec: RowKindSpec;
  /** Column → target with its score. */
  readonly byColumn: ReadonlyMap<number, Candidate>;
  readonly candidates: readonly Candidate[];
  /** 0..1: how well the kind suits the sheet. */
  readonly fit: number;
}

export interface SheetView {
  readonly headings: readonly string[];
  readonly profiles: readonly ColumnProfile[];
  /** Base name of the file and of the sheet. */
  readonly title: string;
}

const leastHeading = 0.42;
const leastScore = 0.3;

/** Kinds of value that show what they are without a heading, and how much that counts. */
const selfEvident: Readonly<Record<string, number>> = { "identity-number": 0.55, ip: 0.5, mac: 0.5, time: 0.45, plate: 0.5, phone: 0.35 };
const contentFeature: Readonly<Record<string, (profile: ColumnProfile) => number>> = {
  "identity-number": ({ share }) => share.identity,
  ip: ({ share }) => share.ip,
  mac: ({ share }) => share.mac,
  time: ({ share }) => share.stamp,
  plate: ({ share }) => share.plate,
  phone: ({ share }) => share.mobile,
};

function scorePair(target: Target, heading: string, column: number, profile: ColumnProfile): Candidate | null {
  const byHeading = heading === "" ? 0 : scoreHeading(heading, target);
  const content = scoreContent(target.kind, profile);
  if (content === 0) return null;
  if (byHeading >= leastHeading)
    return { column, target: target.name, heading: byHeading, content, score: byHeading * (0.45 + 0.55 * content) };
  const weight = selfEvident[target.kind];
  if (
    weight === undefined ||
    (target.kind === "time" && target.name !== "time") ||
    profile.filled < 3 ||
    contentFeature[target.kind]!(profile) < 0.9
  )
    return null;
  return { column, target: target.name, heading: 0, content, score: weight * content };
}

export function listCandidates(spec: RowKindSpec, { headings, profiles }: SheetView): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const target of spec.targets) {
    for (let column = 0; column < profiles.length; column++) {
      const candidate = scorePair(target, headings[column] ?? "", column, profiles[column]!);
      if (candidate !== null && candidate.score >= leastScore) found.push(candidate);
    }
  }
  return found.sort((a, b) => b.score - a.score || a.column - b.column || (a.target < b.target ? -1 : 1));
}

export function assignTargets(spec: RowKindSpec, view: SheetView): Assignment {
  const candidates = listCandidates(spec, view);
  return withTargets(spec, view, candidates, pickGreedily(spec, candidates));
}

function pickGreedily(spec: RowKindSpec, candidates: readonly Candidate[]): Map<number, Candidate> {
  const byColumn = new Map<number, Candidate>();
  const taken = new Set<string>();
  const repeatable = new Set(spec.targets.filter((target) => target.isRepeatable).map((target) => target.name));
  for (const candidate of candidates) {
    if (byColumn.has(candidate.column) || (taken.has(candidate.target) && !repeatable.has(candidate.target))) continue;
    if (candidate.heading === 0 && isTimeTaken(candidate.target, taken)) continue;
    if (isOtherForm(candidate.target, taken)) continue;
    byColumn.set(candidate.column, candidate);
    taken.add(candidate.target);
  }
  return byColumn;
}

const isTimeTaken = (target: string, taken: ReadonlySet<string>) => taken.has(target) || taken.has(`${target}.date`);

/** A time stands in one column or in two, not in both forms. */
function isOtherForm(target: string, taken: ReadonlySet<string>): boolean {
  const base = /^(.+)\.(?:date|time)$/.exec(target)?.[1];
  if (base !== undefined) return taken.has(base);
  return taken.has(`${target}.date`) && taken.has(`${target}.time`);
}

/** Scores an assignment. */
export function withTargets(
  spec: RowKindSpec,
  view: SheetView,
  candidates: readonly Candidate[],
  byColumn: ReadonlyMap<number, Candidate>,
): Assignment {
  const bestOf = (target: string) =>
    Math.max(
      0,
      ...[...byColumn.values()].filter((found) => found.target === target || found.target === `${target}.date`).map(({ score }) => score),
    );
  const required = spec.required.map((group) => Math.max(0, ...group.map(bestOf)));
  const isComplete = required.every((score) => score > 0);
  const filled = view.profiles.filter((profile, i) => profile.filled > 0 || (view.headings[i] ?? "") !== "").length;
  const cover = [...byColumn.values()].reduce((sum, { score }) => sum + score, 0) / Math.max(1, filled);
  const told = spec.telling.reduce((sum, target) => sum + bestOf(target), 0);
  const telling = Math.min(1, told / Math.min(3, spec.telling.length));
  const base = 0.42 * (required.reduce((sum, score) => sum + score, 0) / required.length) + 0.33 * telling + 0.25 * cover;
  const fit = Math.min(
    0.99,
    base * (isComplete ? 1 : 0.4) * (areKeysRepeated(spec, view, byColumn) ? 0.7 : 1) + titleBonus(spec, view.title),
  );
  return { spec, byColumn, candidates, fit };
}

/** The same account in row after row is a statement, not a register of accounts. */
function areKeysRepeated({ keys = [] }: RowKindSpec, { profiles }: SheetView, byColumn: ReadonlyMap<number, Candidate>): boolean {
  const columns = [...byColumn].filter(([, { target }]) => keys.includes(target)).map(([column]) => profiles[column]!);
  return columns.length > 0 && columns.every(({ filled, distinct }) => filled >= 3 && distinct < filled * 0.6);
}

/** A name of file or sheet that says the kind. */
const titleBonus = (spec: RowKindSpec, title: string): number =>
  spec.titles.some((word) => title.toLowerCase().includes(word)) ? 0.08 : 0;
