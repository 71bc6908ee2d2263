// What a merge opinion is about: the series, its pairs, and the rows of each member case.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { SeriesDetail, SeriesMember } from "../../../../shared/group/calls.ts";
import type { LinkHub, PairScore } from "../../../../shared/link/pairScore.ts";
import type { Citation } from "../../../../shared/model/source.ts";
import { uniqueCells } from "../../../../shared/review/paper/citation.ts";
import type { Sentence } from "../../../../shared/review/paper/paper.ts";
import { readEntityFacts } from "../../chart/readEntityFacts.ts";
import { readSeriesDetail } from "../../group/readSeries.ts";
import { listPairScoresAmong, readLastLinkRun } from "../../store/sqlite/tables/linkRun.ts";
import type { Claim } from "./citer.ts";
import type { ReportContext } from "./reportContext.ts";

export interface CaseRows {
  /** Rows of an attribute of the case. */
  of(name: string): readonly Citation[];
}

export interface Loaded {
  readonly series: SeriesDetail;
  readonly scores: readonly PairScore[];
  readonly cases: ReadonlyMap<string, CaseRows>;
  readonly hubs: readonly LinkHub[];
}

export function load({ job: { db } }: ReportContext, id: string): Loaded {
  const series = readSeriesDetail(db, id);
  const run = readLastLinkRun(db);
  if (!series || !run) throw new CaseweaveError("series-unknown", { series: id });
  const cases = series.members.map(({ case: number }): [string, CaseRows] => {
    const { attributes } = readEntityFacts(db, `case:${number}`, 0);
    return [number, { of: (name) => attributes.filter((one) => one.name === name).flatMap(({ sources }) => sources) }];
  });
  const scores = listPairScoresAmong(db, run.id, series.cases);
  return { series, scores, cases: new Map(cases), hubs: JSON.parse(run.hubs) as LinkHub[] };
}

export type Cite = (rows: readonly Citation[], claim: Claim) => Sentence["citations"];

export const numberClaim = (value: string): Claim => ({ value, targets: ["case.number", "case.incidentNumber"] });

export function memberRows(cases: Loaded["cases"], number: string): readonly Citation[] {
  const rows = cases.get(number)!;
  return rows.of("case.number").length > 0 ? rows.of("case.number") : rows.of("case.type");
}

export function citeMember(cite: Cite, { cases }: Loaded, member: SeriesMember): Sentence["citations"] {
  const rows = cases.get(member.case)!;
  return uniqueCells([
    ...cite(memberRows(cases, member.case).slice(0, 1), numberClaim(member.case)),
    ...cite(rows.of("case.type").slice(0, 1), { value: member.type ?? "", targets: ["case.type"] }),
    ...cite(rows.of("case.loss").slice(0, 1), { value: member.loss ?? "", targets: ["case.loss"] }),
  ]);
}

export const stateKeys: Readonly<Record<SeriesMember["state"], string>> = {
  core: "group.state.core",
  borderline: "group.state.borderline",
  waiting: "group.state.waiting",
};
