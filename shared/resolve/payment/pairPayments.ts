// Payments that stand in two banks' books: which row of the payer's statement and which of the payee's are one transfer, where no serial number says so.
// Measured on 45,000 rows a book: docs/benchmarks.md; what was decided and why: decision 080.
import { assignGreedily, shareOut } from "./assign.ts";
import { namedLevel, otherEnd } from "./ends.ts";
import { codedLevel, type FeatureId, featureIds, levelOf, steps, windowCodes } from "./features.ts";
import { type KeptPairs, keepBest, type Rarity, ratioOf, weighingOf } from "./keptPairs.ts";
import { type CandidateCounts, type Learned, learnModel, unlearned } from "./learnModel.ts";
import { MemoComparer } from "./memos.ts";
import type { Books } from "./payment.ts";
import { amountRarity, memoChances } from "./rarity.ts";
import { factorsOf, isByRarity, startModel } from "./weights.ts";
import { PaymentWindow } from "./window.ts";

export const sureShare = 0.95;
/** Below this a pair is no suggestion: rows that fit a dozen others equally well are told in one number. */
export const leastShare = 0.05;
const mostKept = 12_000_000;
const sampleSize = 200_000;

export interface PaymentBar {
  readonly feature: FeatureId;
  readonly level: number;
  readonly m: number;
  readonly u: number;
  readonly bits: number;
  /** Rows of both books with the same memo or amount; null where the value itself does not count. */
  readonly stands: number | null;
}

export interface Suggestion {
  readonly paid: number;
  readonly received: number;
  readonly share: number;
  readonly bits: number;
  readonly isSure: boolean;
  readonly bars: readonly PaymentBar[];
}

export interface PairedBooks {
  readonly suggestions: readonly Suggestion[];
  /** Candidates in the span, and those kept for the closer look. */
  readonly candidates: number;
  readonly kept: number;
  readonly learned: Learned;
  /** Best pairs below the least share. */
  readonly undecided: number;
}

export type PairingStep = "window" | "memos" | "learning";
type Report = (step: PairingStep, done: number, all: number) => void;

/** `barred`: what people rejected, as `paid received` by the places in the books. */
export function pairPayments(books: Books, barred: ReadonlySet<string> = new Set(), report: Report = () => {}): PairedBooks {
  const span = new PaymentWindow(books, barred);
  const rows = { paid: books.paid.length, received: books.received.length };
  const rarity: Rarity = { memo: memoChances(span), amount: amountRarity(span) };
  const most = Math.max(10, Math.min(200, Math.floor(mostKept / Math.max(1, rows.paid + rows.received))));
  const first = keep(span, rarity, most, unlearned(startModel, 0.5 * Math.min(rows.paid, rows.received)), report);
  const cheap = featureIds.filter((id) => id !== "memo" && id !== "payeeNamed" && id !== "payerNamed");
  const rough = learnModel(first.pairs, rarity, rows, first.counts, cheap, first.start);
  const second = keep(span, rarity, most, rough, report);
  readWords(span, second.pairs, report);
  report("learning", 0, 1);
  const learned = learnModel(second.pairs, rarity, rows, second.counts, featureIds, { ...rough, matches: rough.matches });
  const shares = shareOut(second.pairs, rarity, rows, learned, second.counts.all);
  const all = assignGreedily(second.pairs, shares, 0.001);
  const told = all.filter(({ share }) => share >= leastShare);
  const explain = explainer(span, second.pairs, rarity, learned);
  return {
    suggestions: told.map((one) => explain(one)),
    candidates: second.counts.all,
    kept: second.pairs.received.length,
    learned,
    undecided: all.length - told.length,
  };
}

interface Kept {
  readonly pairs: KeptPairs;
  readonly counts: CandidateCounts;
  readonly start: Learned;
}

function keep(span: PaymentWindow, rarity: Rarity, most: number, start: Learned, report: Report): Kept {
  const { paid } = span.books;
  let near = 0;
  for (let i = 0; i < paid.length; i++) near += span.countNear(i);
  const counts = new Counts(span, Math.min(1, sampleSize / Math.max(1, near)));
  let last = -1;
  const pairs = keepBest(span, weighingOf(start.model, rarity), most, (i, other, at, code) => {
    if (i !== last && (i & 511) === 0) report("window", i, paid.length);
    last = i;
    counts.add(i, other, at, code);
  });
  return { pairs, counts, start };
}

/** Everything that is not cheap is looked at in a sample, drawn by hash so that it repeats. */
class Counts implements CandidateCounts {
  all = 0;
  readonly span = new Float64Array(windowCodes);
  readonly code = new Float64Array(steps.all);
  private drawn = 0;
  private readonly limit: number;
  private readonly comparer: MemoComparer;
  private readonly of: PaymentWindow;

  constructor(of: PaymentWindow, rate: number) {
    this.of = of;
    this.limit = rate * 4_294_967_296;
    this.comparer = new MemoComparer(of.memos);
  }

  get sampled(): number {
    return this.all === 0 ? 1 : this.drawn / this.all;
  }

  add(paid: number, received: number, span: number, code: number): void {
    this.all += 1;
    this.span[span]! += 1;
    if (Math.imul(this.all ^ (this.all >>> 15), 0x9e3779b1) >>> 0 >= this.limit) return;
    this.drawn += 1;
    this.code[withWords(this.of, this.comparer, paid, received, code)]! += 1;
  }
}

/** The code with what has to be read for it: memos that are not the same, names in memos. */
function withWords({ books, paidMemos, receivedMemos }: PaymentWindow, comparer: MemoComparer, i: number, j: number, code: number): number {
  const [paid, received] = [books.paid[i]!, books.received[j]!];
  let whole = code + namedLevel(paid, received.owner) * steps.payeeNamed + namedLevel(received, paid.owner) * steps.payerNamed;
  const [a, b] = [paidMemos[i]!, receivedMemos[j]!];
  if (a >= 0 && b >= 0 && a !== b) whole += (comparer.levelOf(a, b) + 1) * steps.memo;
  return whole;
}

function readWords(span: PaymentWindow, { starts, received, code }: KeptPairs, report: Report): void {
  const comparer = new MemoComparer(span.memos);
  const { length } = span.books.paid;
  for (let i = 0; i < length; i++) {
    if ((i & 511) === 0) report("memos", i, length);
    for (let at = starts[i]!; at < starts[i + 1]!; at++) code[at] = withWords(span, comparer, i, received[at]!, code[at]!);
  }
}

/** A pair that names another account on either side is for people to judge, whatever else speaks for it. */
const isContradicted = (code: number): boolean => codedLevel(code, "payee") === otherEnd || codedLevel(code, "payer") === otherEnd;

function explainer(span: PaymentWindow, { span: windows, code: codes }: KeptPairs, rarity: Rarity, { model }: Learned) {
  const weighing = weighingOf(model, rarity);
  const factors = Object.fromEntries(featureIds.map((id) => [id, factorsOf(id, model[id])])) as Record<FeatureId, number[]>;
  return ({ paid, received, at, share }: { paid: number; received: number; at: number; share: number }): Suggestion => {
    const [ofWindow, code] = [windows[at]!, codes[at]!];
    const bars = featureIds.flatMap((feature): PaymentBar[] => {
      const level = levelOf(ofWindow, code, feature);
      if (level < 0) return [];
      const [m, isRare] = [model[feature].m[level]!, isByRarity(feature, level)];
      const u = !isRare ? model[feature].u[level]! : feature === "memo" ? rarity.memo[paid]! : rarity.amount.chances[paid]!;
      const stands = !isRare ? null : feature === "memo" ? span.memos.counts[span.paidMemos[paid]!]! : rarity.amount.counts[paid]!;
      return [{ feature, level, m, u, bits: Math.log2(isRare ? m / u : factors[feature][level]!), stands }];
    });
    const bits = Math.log2(ratioOf(weighing, paid, ofWindow, code));
    return { paid, received, share, bits, isSure: share > sureShare && !isContradicted(code), bars };
  };
}
