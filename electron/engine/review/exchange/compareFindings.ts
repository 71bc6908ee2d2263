// What another unit found, and its scenes, against what stands here: new, changed since, or the same.
import type { BundleFinding } from "../../../../shared/review/exchange/finding.ts";
import type { BundleBoard, BundleDecision, ExchangeContent } from "../../../../shared/review/exchange/format.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { findFinding, listFindingRows } from "../../store/sqlite/tables/finding.ts";
import { listStoryboardRows } from "../../store/sqlite/tables/storyboard.ts";
import { moveRefs } from "./gatherTask.ts";
import { type KnownOrigin, keyIdsOf, refArriving } from "./origins.ts";
import { casesOfFound, readFound } from "./receivedFindings.ts";

interface Compared<One> {
  readonly fresh: readonly One[];
  readonly same: readonly One[];
}

/** The same when it says the same; a run that was made earlier than the one we know says nothing new. */
export function compareFindings(db: ReadableDb, findings: readonly BundleFinding[]): Compared<BundleFinding> {
  const isSame = (theirs: BundleFinding): boolean => {
    const ours = findFinding(db, theirs);
    if (ours === undefined) return false;
    return theirs.foundAt < ours.foundAt || (ours.title === theirs.title && ours.detail === JSON.stringify(theirs.found));
  };
  return { fresh: findings.filter((one) => !isSame(one)), same: findings.filter(isSame) };
}

/** Scenes are the same when their document is, whatever the storyboard is called. */
export function compareBoards(
  db: ReadableDb,
  { boards }: ExchangeContent,
  origins: ReadonlyMap<number, KnownOrigin>,
): { readonly fresh: readonly BundleBoard[]; readonly same: number } {
  if (boards.length === 0) return { fresh: [], same: 0 };
  const keyIds = keyIdsOf(origins);
  const here = new Set(listStoryboardRows(db).map(({ document }) => scenesOf(JSON.parse(document))));
  const fresh = boards.filter(({ board }) => !here.has(scenesOf(moveRefs(board, (ref) => refArriving(ref, keyIds)))));
  return { fresh, same: boards.length - fresh.length };
}

const scenesOf = (board: unknown): string => JSON.stringify((board as { readonly scenes: unknown }).scenes);

/** Confirmations inside a series that was kept apart here were judged with it. */
export function settledApart(db: ReadableDb): (theirs: BundleDecision) => boolean {
  const apart = listFindingRows(db, "series")
    .filter(({ state }) => state === "apart")
    .map((row) => new Set(casesOfFound(readFound(row))));
  return ({ subject, verdict, a, b }) => subject === "pair" && verdict === "confirm" && apart.some((cases) => cases.has(a) && cases.has(b));
}
