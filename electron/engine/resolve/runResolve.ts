// Runs resolution: the child finds the identities, the engine stores them in one commit. Explains one pair by the stored model.
import { CaseweaveError } from "../../../shared/errors.ts";
import { parseEntityRef } from "../../../shared/model/entity.ts";
import type { Citation } from "../../../shared/model/source.ts";
import { isoTime } from "../../../shared/model/time.ts";
import type { IdentityExplanation, ResolutionRun, Settled } from "../../../shared/resolve/calls.ts";
import type { JobContext } from "../handler.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { readCitedName } from "../store/sqlite/tables/citedName.ts";
import { readDecision } from "../store/sqlite/tables/decision.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";
import { type IdentityRunRecord, readIdentityModel, readLastIdentityRun, replaceIdentityRun } from "../store/sqlite/tables/identity.ts";
import { areOneIdentity } from "../store/sqlite/tables/identityOf.ts";
import { applyAllJudgements } from "../store/sqlite/tables/judgedIdentity.ts";
import { readDataVersion } from "../store/sqlite/tables/meta.ts";
import type { ExplainTaskInput, ExplainTaskResult, ResolveTaskResult } from "./resolveTask.ts";

export const toRun = ({ id, oneToOne, findings, ...run }: IdentityRunRecord): ResolutionRun => ({
  runId: id,
  ...run,
  oneToOne: oneToOne === 1,
  findings: findings === null ? null : (JSON.parse(findings) as ResolutionRun["findings"]),
});

/** Questions about the records of a run go to the child that ran it. */
const keep = "resolve";

export async function runResolution(context: JobContext, kind: string): Promise<ResolutionRun> {
  return await context.exclusive(async () => {
    const began = context.clock();
    const dataVersion = readDataVersion(context.db);
    const input = { path: context.workspace.path, key: context.workspace.key, kind, dataVersion };
    const options = { signal: context.signal, report: context.report, keep };
    const result = await context.jobs.run<ResolveTaskResult>("resolveRecords", input, options);
    const { members, pairs, records, entities, identities, compared, oneToOne, model, findings } = result;
    const at = context.clock();
    const run = { kind, dataVersion, at, records, entities, identities, compared, oneToOne, model, findings, seconds: (at - began) / 1000 };
    const detail = { kind, records, entities, identities, compared };
    context.commit({ action: "resolve.stored", detail }, ["resolve"], (db) => {
      replaceIdentityRun(db, run, members, pairs);
      applyAllJudgements(db);
    });
    return toRun(readLastIdentityRun(context.db, kind)!);
  });
}

interface Known {
  readonly id: number;
  readonly kind: string;
}

function readKnown(db: ReadableDb, ref: string): Known {
  const { kind, key } = parseEntityRef(ref);
  const entity = readEntity(db, kind, key);
  if (!entity) throw new CaseweaveError("entity-unknown", { entity: ref });
  return entity;
}

export async function explainIdentityPair(context: JobContext, a: string, b: string): Promise<IdentityExplanation> {
  const { db } = context;
  const [one, other] = [readKnown(db, a), readKnown(db, b)];
  if (one.kind !== other.kind) throw new CaseweaveError("entity-unknown", { entity: `${one.kind}:${parseEntityRef(b).key}` });
  const run = readLastIdentityRun(db, one.kind);
  const model = run && readIdentityModel(db, run.id);
  if (!model) throw new CaseweaveError("not-resolved-yet", { kind: one.kind });
  const input: ExplainTaskInput = {
    path: context.workspace.path,
    key: context.workspace.key,
    kind: one.kind,
    dataVersion: readDataVersion(db),
    runId: run.id,
    model,
    a: one.id,
    b: other.id,
  };
  const explained = await context.jobs.run<ExplainTaskResult | null>("explainIdentity", input, {
    signal: context.signal,
    report: context.report,
    keep,
  });
  if (!explained) throw new CaseweaveError("not-resolved-yet", { kind: one.kind });
  const { equalNumbers, contradiction, rows, ...pair } = explained;
  const decision = readDecision(db, "identity", a < b ? a : b, a < b ? b : a) ?? null;
  const settled = settle(one.id === other.id, decision?.verdict, equalNumbers, contradiction);
  return {
    a,
    b,
    ...pair,
    settled,
    same: areOneIdentity(db, one.id, other.id),
    sources: [cite(db, rows[0]), cite(db, rows[1])],
    decision: decision && { verdict: decision.verdict, reason: decision.reason, by: decision.by, at: isoTime(decision.at) },
  };
}

function settle(isOneEntity: boolean, verdict: string | undefined, equalNumbers: boolean, contradiction: boolean): Settled | null {
  if (isOneEntity) return "one-entity";
  if (verdict === "confirm") return "confirmed";
  if (verdict === "reject") return "rejected";
  if (equalNumbers) return "identity-number";
  return contradiction ? "contradiction" : null;
}

function cite(db: ReadableDb, [sourceId, row]: readonly [number, number]): Citation {
  const source = readCitedName(db, sourceId);
  return { sourceId, row, source: source?.name ?? "", sheet: source?.sheet ?? null };
}
