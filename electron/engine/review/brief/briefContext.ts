// What every section of a briefing is written with, and the statements that sections are made of.
import { decimalOf } from "../../../../shared/model/money.ts";
import type { SourceRow } from "../../../../shared/model/source.ts";
import type { BriefCase } from "../../../../shared/review/brief/briefCounts.ts";
import type { CitedRow } from "../../../../shared/review/paper/citation.ts";
import type { Block, Sentence } from "../../../../shared/review/paper/paper.ts";
import { groupDigits } from "../../../../shared/review/paper/plainText.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";
import type { TaskPeriod } from "../../../../shared/review/task/calls.ts";
import type { BriefBase } from "./briefBase.ts";
import type { Raised } from "./raised.ts";
import type { RingNow } from "./ringsNow.ts";
import type { SeriesNow } from "./seriesNow.ts";

export interface BriefContext extends BriefBase {
  /** Null while cases have not been grouped, rings not looked for. */
  readonly series: SeriesNow | null;
  readonly rings: readonly RingNow[] | null;
  readonly raised: readonly Raised[];
  readonly tasks: TaskPeriod;
}

/** A section without anything to tell has no blocks and no heading. */
export interface BriefSection {
  readonly id: string;
  /** Key of its heading. */
  readonly heading: string;
  readonly write: (context: BriefContext) => readonly Block[];
}

export type Figures = Readonly<Record<string, number | string>>;

export const yuan = (fen: number): string => groupDigits(decimalOf(fen));

/** A statement that keeps its place when its figures change. `values` are words beside the figures. */
export function statement(say: Say, id: string, figures: Figures, values: Figures, citations: readonly CitedRow[]): Sentence {
  return { id, figures, text: say(`brief.say.${id.split(":")[0]}`, { ...figures, ...values }), citations };
}

export const mostRows = 20;

const numberTargets = ["case.number", "case.incidentNumber"];

/** Cells that name the cases. */
export const citeCases = ({ citer, rowOf }: BriefContext, cases: readonly BriefCase[]): CitedRow[] =>
  cases.slice(0, mostRows).flatMap((one) => citer.cite([rowOf(one)], { value: one.case, targets: numberTargets }));

/** Cells of a column of those rows. */
export const citeColumn = ({ citer, rowOf }: BriefContext, rows: readonly SourceRow[], targets: readonly string[]): CitedRow[] =>
  citer.cite(rows.slice(0, mostRows).map(rowOf), { targets });

/** What no row says stands in small lines without a note. */
export const line = (text: string): Block => ({ kind: "facts", lines: [text] });

export const points = (items: readonly Sentence[]): Block => ({ kind: "points", items });

/** Statements that rows say as points; the others, and those beyond the first, are told in small lines. */
export function told({ say }: BriefContext, sentences: readonly Sentence[], most = 10): readonly Block[] {
  const shown = sentences.slice(0, most);
  const cited = shown.filter(({ citations }) => citations.length > 0);
  const bare = shown.filter(({ citations }) => citations.length === 0).map(({ text }) => text);
  const rest = sentences.length - shown.length;
  return [
    ...(cited.length > 0 ? [points(cited)] : []),
    ...(bare.length > 0 ? [{ kind: "facts", lines: bare } as const] : []),
    ...(rest > 0 ? [line(say("brief.more", { count: rest }))] : []),
  ];
}
