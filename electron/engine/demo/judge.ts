// Judges what linking and grouping made of the demo data against its truth: the figures of the benchmark and of the test.
import type { PairScore } from "../../../shared/link/pairScore.ts";
import type { DemoTruth } from "./truth.ts";

export interface DemoFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Evidence bars that count a public number or a settlement account. Must be 0. */
  readonly publicInEvidence: number;
  readonly sharedDevicesFound: number;
  readonly sharedDevices: number;
  readonly numberChangesFound: number;
  readonly numberChanges: number;
}

type Groups = ReadonlyMap<string, string>;

const pairsOf = (size: number) => (size * (size - 1)) / 2;

function sizes(labels: Iterable<string>): number {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()].reduce((sum, size) => sum + pairsOf(size), 0);
}

/** Pairs together in both, in the answer, in the truth; a case that no series holds is alone. */
function pairwise(truth: Groups, answer: Groups): { precision: number; recall: number; f1: number } {
  const both = sizes([...truth].flatMap(([number, series]) => (answer.has(number) ? [`${series}|${answer.get(number)}`] : [])));
  const precision = both / Math.max(1, sizes(answer.values()));
  const recall = both / Math.max(1, sizes(truth.values()));
  return { precision, recall, f1: both === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

export interface FoundSeries {
  readonly series: string;
  readonly cases: readonly string[];
}

export function judgeDemo(truth: DemoTruth, found: readonly FoundSeries[], pairs: Iterable<PairScore>): DemoFigures {
  const planted = new Map(truth.series.flatMap(({ id, cases }) => cases.map((number) => [number, id] as const)));
  const answer = new Map(found.flatMap(({ series, cases }) => cases.map((number) => [number, series] as const)));
  const { entities, publicInEvidence } = readEvidence(truth, pairs);
  return {
    ...pairwise(planted, answer),
    publicInEvidence,
    sharedDevicesFound: truth.sharedDevices.filter(({ imei, phones }) => entities.has(imei) || phones.every((phone) => entities.has(phone)))
      .length,
    sharedDevices: truth.sharedDevices.length,
    numberChangesFound: truth.numberChanges.filter(
      (change) => entities.has(change.imei) || (entities.has(change.old) && entities.has(change.new)),
    ).length,
    numberChanges: truth.numberChanges.length,
  };
}

/** Entities that some pair's supporting evidence names, and how often a public one does. */
function readEvidence(truth: DemoTruth, pairs: Iterable<PairScore>): { entities: Set<string>; publicInEvidence: number } {
  const open = new Set([...truth.publicIdentifiers, ...truth.settlementAccounts]);
  const entities = new Set<string>();
  let publicInEvidence = 0;
  for (const { evidence } of pairs) {
    for (const bar of evidence.filter(({ bits }) => bits > 0)) {
      for (const ref of bar.entities) {
        entities.add(ref);
        if (open.has(ref)) publicInEvidence += 1;
      }
    }
  }
  return { entities, publicInEvidence };
}
