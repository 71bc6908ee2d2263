// Handlers of the resolve calls.
import { CaseweaveError } from "../../../shared/errors.ts";
import { entityRef, type IdentityRecords } from "../../../shared/model/entity.ts";
import type {
  ClusterPage,
  IdentityCluster,
  IdentityPair,
  IdentityPairPage,
  IdentityRecordLine,
  resolveCalls,
} from "../../../shared/resolve/calls.ts";
import { posteriorOf } from "../../../shared/resolve/identityModel.ts";
import type { Handlers } from "../handler.ts";
import { requireKnownKinds } from "../store/knownKinds.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import * as identity from "../store/sqlite/tables/identity.ts";
import { listMemberRefs } from "../store/sqlite/tables/identityOf.ts";
import { listRecordLines } from "../store/sqlite/tables/identityRecord.ts";
import { readDataVersion } from "../store/sqlite/tables/meta.ts";
import { readSource } from "../store/sqlite/tables/source.ts";
import { addressHandlers } from "./address/handlers.ts";
import { paymentHandlers } from "./payment/handlers.ts";
import { explainIdentityPair, runResolution, toRun } from "./runResolve.ts";

function readState(db: ReadableDb, kind: string) {
  const run = identity.readLastIdentityRun(db, kind);
  const stale = run ? run.dataVersion !== readDataVersion(db) : readDataVersion(db) > 0;
  return { id: run?.id ?? null, run: run ? toRun(run) : null, stale };
}

function listClusters(db: ReadableDb, kind: string, offset: number, limit: number): ClusterPage {
  const { id, ...state } = readState(db, kind);
  if (id === null) return { items: [], all: 0, ...state };
  const items = identity.listClusterRows(db, id, offset, limit).map(({ identityId, weakestBits, bestBits }): IdentityCluster => {
    const members = identity.listClusterMembers(db, id, identityId).map(({ id: entityId, key, label, sourceId, row, source, sheet }) => ({
      entity: entityRef(kind, key),
      label,
      source: { sourceId, row, source, sheet },
      attributes: identity.listMemberValues(db, entityId),
    }));
    const pair = identity.readWeakestPair(db, id, identityId);
    const weakest = pair ? { a: entityRef(kind, pair.keyA), b: entityRef(kind, pair.keyB) } : null;
    return { identity: members[0]?.entity ?? "", label: members[0]?.label ?? "", members, weakestBits, bestBits, weakest };
  });
  return { items, all: identity.countClusters(db, id), ...state };
}

type PairState = "waiting" | "judged" | "all";

function listPairs(db: ReadableDb, kind: string, which: PairState, offset: number, limit: number): IdentityPairPage {
  const { id, ...state } = readState(db, kind);
  if (id === null) return { items: [], waiting: 0, judged: 0, ...state };
  const items = identity.listIdentityPairRows(db, kind, id, which, offset, limit).map(
    ({ keyA, keyB, labelA, labelB, bits, same, verdict }): IdentityPair => ({
      a: entityRef(kind, keyA),
      b: entityRef(kind, keyB),
      labelA,
      labelB,
      bits,
      posterior: posteriorOf(bits),
      same: same === 1,
      verdict,
    }),
  );
  return { items, ...identity.countIdentityPairs(db, kind, id), ...state };
}

function listRecords(db: ReadableDb, kind: string, sourceId: number): IdentityRecordLine[] {
  const source = readSource(db, sourceId);
  if (!source) throw new CaseweaveError("source-unknown", { source: sourceId });
  return listRecordLines(db, kind, sourceId).map(({ row, key, identityKey }) => ({
    source: source.name,
    sheet: source.sheet,
    row,
    entity: entityRef(kind, key),
    identity: entityRef(kind, identityKey),
  }));
}

function listIdentitiesOf(db: ReadableDb, refs: readonly string[]): IdentityRecords[] {
  const identities = new Map<number, string[]>();
  for (const { identity: id, kind, key } of listMemberRefs(db, refs)) {
    const members = identities.get(id);
    if (members) members.push(entityRef(kind, key));
    else identities.set(id, [entityRef(kind, key)]);
  }
  return [...identities.values()].map((refs) => ({ refs }));
}

export const resolveHandlers: Handlers<typeof resolveCalls> = {
  ...addressHandlers,
  ...paymentHandlers,
  "resolve.runResolution": async ({ kind }, context) => {
    await requireKnownKinds(context.graph, { kind });
    return await runResolution(context, kind);
  },
  "resolve.listClusters": ({ kind, offset, limit }, { db }) => listClusters(db, kind, offset, limit),
  "resolve.listPairs": ({ kind, state, offset, limit }, { db }) => listPairs(db, kind, state, offset, limit),
  "resolve.listRecords": ({ kind, sourceId }, { db }) => listRecords(db, kind, sourceId),
  "resolve.listIdentitiesOf": ({ refs }, { db }) => listIdentitiesOf(db, refs),
  "resolve.explainPair": ({ a, b }, context) => explainIdentityPair(context, a, b),
};
