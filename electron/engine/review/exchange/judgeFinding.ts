// Another unit's series judged as a whole. What follows for pairs is written as judgements, so that grouping, the log and the next bundle know it; judging anew first
// takes back what judging before had written.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { FindingState, SeriesFound } from "../../../../shared/review/exchange/finding.ts";
import type { FindingEffect } from "../../../../shared/review/findingCalls.ts";
import type { WriteContext } from "../../handler.ts";
import type { WritableDb } from "../../store/sqlite/database.ts";
import { insertForeignDecision, listStandingDecisions, type StandingDecision } from "../../store/sqlite/tables/bundle.ts";
import { readCaseHeads } from "../../store/sqlite/tables/caseHead.ts";
import { insertDecision } from "../../store/sqlite/tables/decision.ts";
import {
  type FindingRow,
  insertFindingDecision,
  listFindingDecisions,
  readPairBefore,
  writeFindingState,
} from "../../store/sqlite/tables/finding.ts";
import { casesOfFound, readFound, requireFinding } from "./receivedFindings.ts";

interface Asked {
  readonly finding: string;
  readonly state: FindingState;
  readonly reason: string;
  readonly withBorderline: boolean;
}

const minReason = 2;

export function judgeFinding(context: WriteContext, { finding, state, reason, withBorderline }: Asked): FindingEffect {
  const { db, user, clock, changed } = context;
  const why = reason.trim();
  if (why.length < minReason) throw new CaseweaveError("reason-missing");
  const row = requireFinding(db, finding);
  const judge: Judge = { by: user, at: clock(), reason: why };
  takeBack(db, row, judge);
  const written = effects[state](db, row, judge, withBorderline);
  writeFindingState(db, row.id, { state, ...judge });
  changed("decisions");
  changed("group");
  changed("exchange");
  return { finding, state, ...written };
}

interface Judge {
  readonly by: string;
  readonly at: number;
  readonly reason: string;
}

type Written = Pick<FindingEffect, "decisions" | "kept">;
const nothing: Written = { decisions: 0, kept: 0 };
const effects: Readonly<Record<FindingState, (db: WritableDb, row: FindingRow, judge: Judge, withBorderline: boolean) => Written>> = {
  open: () => nothing,
  adopted: adopt,
  apart: keepApart,
};

/** The pair says again what it said before it was judged with the whole. */
function takeBack(db: WritableDb, { id }: FindingRow, judge: Judge): void {
  for (const pair of listFindingDecisions(db, id)) {
    const before = readPairBefore(db, pair);
    const { verdict = "later", reason = judge.reason, by = judge.by } = before ?? {};
    const again = insertDecision(db, { subject: "pair", a: pair.a, b: pair.b, verdict, reason, by, at: judge.at });
    if (before?.bundleId != null) insertForeignDecision(db, again, before.bundleId, before.unit!, before.madeAt!);
  }
}

/** Members that hold it together, as far as we have their rows: each is confirmed with the first, which is what must-link takes. */
function adopt(db: WritableDb, row: FindingRow, judge: Judge, withBorderline: boolean): Written {
  const found = readFound(row);
  if (found.kind === "ring") return nothing;
  const [first, ...rest] = chosenOf(db, found, withBorderline);
  if (first === undefined || rest.length === 0) throw new CaseweaveError("finding-small", { unit: row.unit, number: row.number });
  const standing = standingPairs(db);
  const [own, against] = [[] as string[], [] as string[]];
  for (const other of rest) {
    const verdict = standing.get(pairKey(first, other))?.verdict;
    if (verdict === "reject") against.push(other);
    else if (verdict !== "confirm") own.push(other);
  }
  for (const other of own) write(db, row, judge, first, other, "confirm");
  return { decisions: own.length, kept: against.length };
}

function chosenOf(db: WritableDb, { members, takenOut }: SeriesFound, withBorderline: boolean): string[] {
  const known = readCaseHeads(
    db,
    members.map((member) => member.case),
  );
  const out = new Set(takenOut.map((one) => one.case));
  const isChosen = ({ state, verdict }: SeriesFound["members"][number]) =>
    verdict === "confirm" || state === "core" || (withBorderline && state === "borderline");
  return members.filter((member) => known.has(member.case) && !out.has(member.case) && isChosen(member)).map((member) => member.case);
}

/** What other units confirmed among its cases stands no longer here; it is theirs to judge. */
function keepApart(db: WritableDb, row: FindingRow, judge: Judge): Written {
  const own = new Set(casesOfFound(readFound(row)));
  const told = listStandingDecisions(db).filter(
    ({ subject, verdict, unit, a, b }) => subject === "pair" && verdict === "confirm" && unit !== null && own.has(a) && own.has(b),
  );
  if (row.kind === "ring") return nothing;
  for (const { a, b } of told) write(db, row, judge, a, b, "later");
  return { decisions: told.length, kept: 0 };
}

const pairKey = (a: string, b: string): string => JSON.stringify([a, b].sort());

const standingPairs = (db: WritableDb): ReadonlyMap<string, StandingDecision> =>
  new Map(listStandingDecisions(db).flatMap((one) => (one.subject === "pair" ? [[pairKey(one.a, one.b), one]] : [])));

function write(db: WritableDb, row: FindingRow, { by, at, reason }: Judge, x: string, y: string, verdict: "confirm" | "later"): void {
  const [a, b] = [x, y].sort() as [string, string];
  insertFindingDecision(db, insertDecision(db, { subject: "pair", a, b, verdict, reason, by, at }), row.id);
}
