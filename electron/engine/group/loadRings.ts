// Reads the workspace into what ring discovery works on; a card and its account, and the entities of one identity, become one.
import { UnionFind } from "../../../shared/graph/unionFind.ts";
import type { CallTie, Involvement, RingCase, RingData, RingTransfers, Tie } from "../../../shared/group/rings/ringData.ts";
import type { LinkHub } from "../../../shared/link/pairScore.ts";
import { isPublicEntity } from "../../../shared/link/publicEntities.ts";
import { entityRef } from "../../../shared/model/entity.ts";
import { fenOf } from "../../../shared/model/money.ts";
import { parseIsoTime } from "../../../shared/model/time.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { listNetidTypes, listSamePairs } from "../store/sqlite/tables/caseFacts.ts";
import { listIdentityPairs } from "../store/sqlite/tables/identityOf.ts";
import { readLastLinkRun } from "../store/sqlite/tables/linkRun.ts";
import { listExclusions, readLastGroupRun } from "../store/sqlite/tables/linkState.ts";
import {
  type CallPairRow,
  listCallPairs,
  listHandsets,
  listInvolved,
  listLoginPairs,
  listRingCases,
  listRingEntities,
  listRingTransfers,
  listRoomStays,
  listTiesOf,
  listTowerCalls,
  type RingCaseRow,
  type RingEntityRow,
  type RoomStayRow,
  type TieRow,
} from "../store/sqlite/tables/ringFacts.ts";
import { listAllMembers } from "../store/sqlite/tables/series.ts";

const bystanderRoles = new Set(["victim", "reporter", "witness"]);
const unclearRoles = new Set(["mentioned"]);

interface Nodes {
  readonly entities: readonly RingEntityRow[];
  /** Entity id → node; undefined for kinds that take no part. */
  readonly of: (id: number) => number | undefined;
  readonly caseOf: (id: number) => number | undefined;
  readonly cases: readonly { readonly id: number; readonly numbers: readonly string[] }[];
}

/** Of entities that are one, the first by key stands for all; of accounts that which a case names. */
function numberNodes(db: ReadableDb, named: ReadonlySet<number>): Nodes {
  const joined = new UnionFind();
  for (const { a, b } of listSamePairs(db)) joined.join(a, b);
  for (const { a, b } of listIdentityPairs(db)) joined.join(a, b);
  const nodes = new Map<number, number>();
  const caseNodes = new Map<number, number>();
  const entities: RingEntityRow[] = [];
  const cases: { id: number; numbers: string[] }[] = [];
  for (const entity of listRingEntities(db)) {
    const root = joined.find(entity.id);
    if (entity.kind === "case") {
      const known = caseNodes.get(root);
      if (known === undefined) {
        caseNodes.set(root, cases.length);
        cases.push({ id: entity.id, numbers: [entity.key] });
      } else cases[known]!.numbers.push(entity.key);
      continue;
    }
    const known = nodes.get(root);
    if (known === undefined) {
      nodes.set(root, entities.length);
      entities.push(entity);
    } else if (named.has(entity.id) && !named.has(entities[known]!.id)) entities[known] = entity;
    else if (entities[known]!.key.startsWith("#") && !entity.key.startsWith("#")) entities[known] = entity;
  }
  return { entities, of: (id) => nodes.get(joined.find(id)), caseOf: (id) => caseNodes.get(joined.find(id)), cases };
}

function readTies(rows: readonly TieRow[], nodes: Nodes): Tie[] {
  return rows
    .flatMap(({ from, to, count, first, last, sourceId, row }) => {
      const [a, b] = [nodes.of(from), nodes.of(to)];
      return a === undefined || b === undefined || a === b
        ? []
        : [{ from: a, to: b, count, first: first || null, last, source: { sourceId, row } }];
    })
    .sort(inOrder);
}

const inOrder = (p: Tie, q: Tie): number => p.from - q.from || p.to - q.to || (p.first ?? 0) - (q.first ?? 0);

function readCalls(rows: readonly CallPairRow[], nodes: Nodes): CallTie[] {
  return rows
    .flatMap((row) => {
      const device = row.device === null ? null : (nodes.of(row.device) ?? null);
      return readTies([row], nodes).map((tie) => ({ ...tie, device }));
    })
    .sort(inOrder);
}

function readSides(db: ReadableDb, nodes: Nodes) {
  const involved: Involvement[] = [];
  const [offending, bystanding] = [new Set<number>(), new Set<number>()];
  const victims = new Map<number, Set<string>>();
  for (const { entity, case: id, role, sourceId, row } of listInvolved(db)) {
    const [node, number] = [nodes.of(entity), nodes.caseOf(id)];
    if (node === undefined || number === undefined) continue;
    if (bystanderRoles.has(role)) {
      bystanding.add(node);
      const { kind, label } = nodes.entities[node]!;
      if (role === "victim" && kind === "person") victims.get(number)?.add(label) ?? victims.set(number, new Set([label]));
    } else if (!unclearRoles.has(role)) {
      offending.add(node);
      involved.push({ entity: node, case: number, source: { sourceId, row } });
    }
  }
  involved.sort((a, b) => a.entity - b.entity || a.case - b.case);
  const isVictim = Uint8Array.from(nodes.entities, (_, v) => (bystanding.has(v) && !offending.has(v) ? 1 : 0));
  return { involved, isVictim, victims };
}

/** Addresses that many customers share by design: carrier-grade translation (RFC 6598), private networks (RFC 1918), this host (RFC 1122). */
const sharedAddress = /^(?:100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|10\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01])|127\.\d+)\.\d+(?:\.\d+)?$/;

const isOpenToAll = (kind: string, key: string, label: string) =>
  isPublicEntity(kind, key, label) || (kind === "netid" && sharedAddress.test(key));

function markPublic(db: ReadableDb, { entities }: Nodes): Uint8Array {
  const hubs = (JSON.parse(readLastLinkRun(db)?.hubs ?? "[]") as LinkHub[]).map(({ entity }) => entity);
  const closed = new Set([...hubs, ...listExclusions(db).map(({ entity }) => entity)]);
  return Uint8Array.from(entities, ({ kind, key, label }) => (isOpenToAll(kind, key, label) || closed.has(entityRef(kind, key)) ? 1 : 0));
}

function readCases(
  db: ReadableDb,
  nodes: Nodes,
  victims: ReadonlyMap<number, ReadonlySet<string>>,
  rows: readonly RingCaseRow[],
): RingCase[] {
  const run = readLastGroupRun(db);
  const members = new Map((run ? listAllMembers(db, run.id) : []).map((member) => [member.case, member]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return nodes.cases.map(({ id, numbers }, i) => {
    const member = numbers.map((number) => members.get(number)).find((one) => one !== undefined && one.state !== "waiting");
    const row = byId.get(id);
    return {
      number: member?.case ?? numbers[0]!,
      at: parseIsoTime(row?.at ?? null)?.at ?? null,
      lossFen: row?.loss ? fenOf(row.loss) : null,
      series: member?.series ?? null,
      seriesBits: member?.bits ?? 0,
      victims: victims.get(i)?.size ?? 0,
    };
  });
}

const sceneKilometres = 2;
const sceneMs = 3_600_000;
const kilometresPerDegree = 111.32;

/** Numbers whose handset stood within two kilometres and one hour of a case. */
function readScenes(db: ReadableDb, nodes: Nodes, cases: readonly RingCase[], rows: readonly RingCaseRow[]): Tie[] {
  const placed = rows
    .flatMap(({ id, longitude, latitude }) => {
      const number = nodes.caseOf(id)!;
      const at = cases[number]!.at;
      return at === null || longitude === null || latitude === null ? [] : [{ number, at, longitude, latitude }];
    })
    .sort((a, b) => a.at - b.at);
  const ties = new Map<string, Tie>();
  let head = 0;
  for (const call of listTowerCalls(db)) {
    while (head < placed.length && placed[head]!.at < call.at - sceneMs) head += 1;
    for (let i = head; i < placed.length && placed[i]!.at <= call.at + sceneMs; i++) {
      const { number, longitude, latitude } = placed[i]!;
      const dx = (call.longitude - longitude) * Math.cos((latitude * Math.PI) / 180);
      const phone = nodes.of(call.phone)!;
      if (kilometresPerDegree * Math.hypot(dx, call.latitude - latitude) > sceneKilometres || ties.has(`${phone} ${number}`)) continue;
      const source = { sourceId: call.sourceId, row: call.row };
      ties.set(`${phone} ${number}`, { from: phone, to: number, count: 1, first: call.at, last: call.at, source });
    }
  }
  return [...ties.values()].sort(inOrder);
}

/** A room that more than this share at once is a dormitory: its people are not each other's company. */
const mostInRoom = 6;

/** For each stay of one room, in time order, how many have it when it begins. */
function countPresent(stays: readonly RoomStayRow[]): number[] {
  const ends = stays.map(({ until }) => until).sort((a, b) => a - b);
  let [begun, ended] = [0, 0];
  return stays.map(({ at }) => {
    while (begun < stays.length && stays[begun]!.at <= at) begun++;
    while (ended < ends.length && ends[ended]! <= at) ended++;
    return begun - ended;
  });
}

/** People who had one room at the same time, and how often. */
function readRoommates(rows: readonly RoomStayRow[], nodes: Nodes): Tie[] {
  const ties = new Map<string, Tie>();
  const note = (one: RoomStayRow, { person, at, sourceId, row }: RoomStayRow) => {
    const [a, b] = [nodes.of(one.person), nodes.of(person)];
    if (a === undefined || b === undefined || a === b) return;
    const [from, to] = a < b ? [a, b] : [b, a];
    const seen = ties.get(`${from} ${to}`) ?? { from, to, count: 0, first: at, last: at, source: { sourceId, row } };
    ties.set(`${from} ${to}`, { ...seen, count: seen.count + 1, first: Math.min(seen.first!, at), last: Math.max(seen.last!, at) });
  };
  for (const stays of Map.groupBy(rows, ({ place, room }) => `${place} ${room}`).values()) {
    const present = countPresent(stays);
    stays.forEach((one, i) => {
      for (let j = i + 1; j < stays.length && stays[j]!.at < one.until; j++) if (present[j]! <= mostInRoom) note(one, stays[j]!);
    });
  }
  return [...ties.values()].sort(inOrder);
}

/** What a victim owns beside what the case names is his too: a reversed payment comes back under another number of the same account. */
function withOwnThings(isVictim: Uint8Array, owns: readonly Tie[], involved: readonly Involvement[]): Uint8Array {
  const offending = new Set(involved.map(({ entity }) => entity));
  const things = Map.groupBy(owns, ({ from }) => from);
  const all = isVictim.slice();
  for (const [owner, ties] of things) {
    const own = [owner, ...ties.map(({ to }) => to)];
    if (own.some((v) => isVictim[v] === 1) && !own.some((v) => offending.has(v))) for (const v of own) all[v] = 1;
  }
  return all;
}

function readNetTypes(db: ReadableDb, nodes: Nodes): string[] {
  const types = nodes.entities.map(() => "");
  for (const { id, value } of listNetidTypes(db)) types[nodes.of(id)!] = value;
  return types;
}

function readTransfers(db: ReadableDb, nodes: Nodes): RingTransfers {
  const nodeOf = (id: number | null) => (id === null ? -1 : (nodes.of(id) ?? -1));
  const rows = listRingTransfers(db)
    .map((row) => ({ ...row, from: nodeOf(row.from), to: nodeOf(row.to) }))
    .sort((a, b) => a.at - b.at || a.from - b.from || a.to - b.to || a.fen - b.fen);
  return {
    count: rows.length,
    from: Int32Array.from(rows, ({ from }) => from),
    to: Int32Array.from(rows, ({ to }) => to),
    fen: Float64Array.from(rows, ({ fen }) => fen),
    at: Float64Array.from(rows, ({ at }) => at),
    sourceId: Int32Array.from(rows, ({ sourceId }) => sourceId),
    row: Int32Array.from(rows, ({ row }) => row),
  };
}

export function loadRings(db: ReadableDb): RingData {
  const nodes = numberNodes(db, new Set(listInvolved(db).map(({ entity }) => entity)));
  const { involved, isVictim, victims } = readSides(db, nodes);
  const rows = listRingCases(db);
  const cases = readCases(db, nodes, victims, rows);
  const uses = readTies(listTiesOf(db, "uses"), nodes);
  const owns = readTies(listTiesOf(db, "owns"), nodes);
  const kinds = nodes.entities.map(({ kind }) => kind);
  const calls = readCalls(listCallPairs(db), nodes);
  const transfers = readTransfers(db, nodes);
  const times = [...cases.map(({ at }) => at ?? 0), ...calls.map(({ last }) => last ?? 0), transfers.at.at(-1) ?? 0];
  return {
    refs: nodes.entities.map(({ kind, key }) => entityRef(kind, key)),
    names: nodes.entities.map(({ kind, name }) => entityRef(kind, name)),
    kinds,
    labels: nodes.entities.map(({ label }) => label),
    netTypes: readNetTypes(db, nodes),
    isPublic: markPublic(db, nodes),
    isVictim: withOwnThings(isVictim, owns, involved),
    cases,
    involved,
    owns,
    uses: uses.filter(({ from, to }) => kinds[from] === "person" && kinds[to] === "phone"),
    calls,
    handsets: readTies(listHandsets(db), nodes),
    logins: readTies(listLoginPairs(db), nodes),
    scenes: readScenes(db, nodes, cases, rows),
    roommates: readRoommates(listRoomStays(db), nodes),
    transfers,
    until: times.reduce((most, at) => Math.max(most, at), 0) || null,
  };
}
