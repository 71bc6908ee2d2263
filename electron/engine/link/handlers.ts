// Handlers of the link calls.
import { CaseweaveError } from "../../../shared/errors.ts";
import type { linkCalls, PairItem, PairPage } from "../../../shared/link/calls.ts";
import type { Basis, LinkHub, LinkModel } from "../../../shared/link/pairScore.ts";
import { strengthOf } from "../../../shared/link/strength.ts";
import type { Verdict } from "../../../shared/model/decision.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import type { Handlers } from "../handler.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { haveAddressesMovedSince } from "../store/sqlite/tables/addressSeen.ts";
import { listNewestImport, readCaseHeads } from "../store/sqlite/tables/caseHead.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import { readIdentitiesSince } from "../store/sqlite/tables/linkFollow.ts";
import { countPairs, listPairRows, type PairFilter, readLastLinkRun } from "../store/sqlite/tables/linkRun.ts";
import { insertExclusion, readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import { readDataVersion } from "../store/sqlite/tables/meta.ts";
import { listCasesOfSources } from "../store/sqlite/tables/newCases.ts";
import { readSeriesOfCase } from "../store/sqlite/tables/series.ts";
import { explainPairFully } from "./explainPair.ts";
import { followIdentities } from "./followIdentities.ts";
import { previewMerge } from "./mergeEffect.ts";
import { evaluateSolved, readModelPage } from "./modelPage.ts";
import { findSimilarCases, runLinkage, scoreGivenPairs } from "./runLink.ts";
import { previewWeights, stateWeights } from "./stateWeights.ts";

const maxNewCases = 5000;

function listItems(db: ReadableDb, runId: number, filter: PairFilter): PairItem[] {
  const rows = listPairRows(db, runId, filter);
  const heads = readCaseHeads(
    db,
    rows.map(({ a }) => a),
  );
  const groupRun = readLastGroupRun(db);
  const fresh = new Set(listCasesOfSources(db, listNewestImport(db), maxNewCases));
  const seriesOf = (number: string) => (groupRun ? readSeriesOfCase(db, groupRun.id, number) : null);
  return rows.map((row, i): PairItem => {
    const [ofA, ofB] = [seriesOf(row.a), seriesOf(row.b)];
    return {
      rank: filter.offset + i + 1,
      a: row.a,
      b: row.b,
      type: heads.get(row.a)?.type ?? null,
      bits: row.bits,
      posterior: row.posterior,
      // By today's scale, whichever the run was stored with.
      strength: strengthOf(row.bits),
      basis: row.basis === "" ? [] : (row.basis.split(",") as Basis[]),
      kinds: row.kinds === "" ? [] : row.kinds.split(","),
      verdict: row.verdict as Verdict | null,
      isNew: fresh.has(row.a) || fresh.has(row.b),
      series: ofB ?? ofA,
      otherSeries: ofB !== null && ofA !== ofB ? ofA : null,
    };
  });
}

function listPairs(db: ReadableDb, filter: PairFilter): PairPage {
  const run = readLastLinkRun(db);
  if (!run)
    return { items: [], waiting: 0, judged: 0, all: 0, compared: 0, stale: readDataVersion(db) > 0, identitiesMoved: false, runId: null };
  const since = readIdentitiesSince(db);
  const counts = countPairs(db, run.id, filter);
  return {
    items: listItems(db, run.id, filter),
    waiting: counts.all - counts.judged,
    judged: counts.judged,
    all: counts.all,
    compared: run.compared,
    stale: run.dataVersion !== readDataVersion(db) || since.areFoundAnew || haveAddressesMovedSince(db, "pairs"),
    identitiesMoved: since.haveMoved,
    runId: run.id,
    calibrated: (JSON.parse(run.model) as LinkModel).calibrated,
  };
}

export const linkHandlers: Handlers<typeof linkCalls> = {
  "link.runLinkage": (_params, context) => runLinkage(context),
  "link.scorePairs": ({ pairs, top, withJudgements }, context) => scoreGivenPairs(context, pairs, top, withJudgements),
  "link.listPairs": ({ state, minBits, newOnly, case: number, offset, limit }, { db }) =>
    listPairs(db, {
      state,
      minBits: minBits ?? -1000,
      case: number ?? null,
      newSources: newOnly ? listNewestImport(db) : null,
      offset,
      limit,
    }),
  "link.explainPair": ({ a, b }, context) => explainPairFully(context, a, b),
  "link.previewWeights": ({ edits }, context) => previewWeights(context, edits),
  "link.stateWeights": (params, context) => stateWeights(context, params),
  "link.evaluateLinkage": (_params, context) => evaluateSolved(context),
  "link.readModel": (_params, { db }) => readModelPage(db),
  "link.previewMerge": (params, context) => previewMerge(context, params),
  "link.followIdentities": (_params, context) => followIdentities(context),
  "link.findSimilar": ({ case: number, top }, context) => findSimilarCases(context, number, top),
  "link.listHubs": (_params, { db }) => JSON.parse(readLastLinkRun(db)?.hubs ?? "[]") as LinkHub[],
  "link.excludeIdentifier": ({ entity, reason }, { db, user, clock, changed }) => {
    if (reason.trim() === "") throw new CaseweaveError("reason-missing");
    const { kind, key } = parseEntityRef(entity);
    if (!readEntity(db, kind, key)) throw new CaseweaveError("entity-unknown", { entity });
    insertExclusion(db, entity, reason.trim(), user, clock());
    changed("facts");
    return { stale: true };
  },
};
