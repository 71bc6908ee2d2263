// The small workspace that the parameters of every call speak of, and the files beside it.
import { writeFileSync } from "node:fs";
import { listShipped } from "../../../electron/engine/review/pack/knownPacks.ts";
import { packText, sealPack } from "../../../electron/engine/review/pack/packText.ts";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { insertHits } from "../../../electron/engine/store/sqlite/tables/alert.ts";
import { insertBundle } from "../../../electron/engine/store/sqlite/tables/bundle.ts";
import { insertFindingTelling } from "../../../electron/engine/store/sqlite/tables/finding.ts";
import { upsertPack } from "../../../electron/engine/store/sqlite/tables/pack.ts";
import { upsertReport } from "../../../electron/engine/store/sqlite/tables/report.ts";
import { insertGroupRun } from "../../../electron/engine/store/sqlite/tables/series.ts";
import { upsertStoryboard } from "../../../electron/engine/store/sqlite/tables/storyboard.ts";
import { insertTaskEntry } from "../../../electron/engine/store/sqlite/tables/task.ts";
import { insertWatch } from "../../../electron/engine/store/sqlite/tables/watch.ts";
import { aCall, aCase, addSource, aPerson, aReject, aTransfer } from "../../builders.ts";
import { aBundle, aFinding } from "../review/bundles.ts";

export const requestOf = (ledger: string): string => `${ledger}.ask.cwx`;
export const bundleOf = (ledger: string): string => `${ledger}.cwx`;
export const mapOf = (ledger: string): string => `${ledger}.geojson`;
const point = { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [112, 30] } };

/** The workspace that the parameters speak of, and a file to import. */
export function makeCaseWorkspace(path: string, ledger: string): void {
  writeFileSync(ledger, "交易时间,付款账号,收款账号,金额,流水号\n2026-03-01 12:00:00,6222020000000000001,6222020000000000002,100.50,T1\n");
  writeFileSync(mapOf(ledger), JSON.stringify({ type: "FeatureCollection", features: [point] }));
  writeFileSync(
    bundleOf(ledger),
    aBundle({
      watches: [{ subject: { kind: "words", words: "跑分" }, label: "", reason: "在查", expiresAt: null, unit: "邻市" }],
      findings: [aFinding(["A1", "A2"])],
    }),
  );
  const request = { note: "", isHashed: false, items: [{ number: 1, kind: "phone", key: "13800138000", hash: null }] };
  writeFileSync(requestOf(ledger), aBundle({ request }, null, { kind: "request", subject: "request" }));
  const connection = openWorkspaceFile(path);
  addSource(connection, "cases", [
    aCase({ number: "A1", brief: "刷单返利", suspect: "P1", account: "1001" }),
    aCase({ number: "A2", suspect: "P2", account: "1001" }),
    aPerson(),
    aReject(),
  ]);
  addSource(connection, "ledger", [aTransfer(), aCall()]);
  addSeries(connection);
  addAlert(connection);
  addBoard(connection);
  addReport(connection);
  addTask(connection);
  addPack(connection);
  addFinding(connection);
  connection.close();
}

/** A task of nobody. */
function addTask(connection: Connection): void {
  const said = { text: "调证", owner: "", due: null, about: ["series:S-1"], reason: "", board: "", scene: "", by: "u", at: 0 };
  connection.write((db) => insertTaskEntry(db, { number: 1, state: "open", ...said }));
}

/** A series that another unit found. */
function addFinding(connection: Connection): void {
  const bundle = {
    hash: "h",
    direction: "in" as const,
    kind: "bundle",
    unit: "甲市",
    subject: "series",
    of: "S-9",
    title: "刷单",
    writtenAt: "",
    isMasked: 0,
    at: 0,
    by: "u",
    rows: 0,
    decisions: 0,
    watches: 0,
    content: "",
  };
  connection.write((db) => insertFindingTelling(db, insertBundle(db, bundle), aFinding(["A1", "A2"], { unit: "甲市" })));
}

/** A pack of the workspace's own: a shipped one under another name. */
function addPack(connection: Connection): void {
  const pack = sealPack({ ...listShipped()[0]!.pack, id: "own" });
  connection.write((db) => upsertPack(db, { id: "own", text: packText(pack), hash: pack.hash }, "u", 0));
}

/** A report on a number, begun. */
function addReport(connection: Connection): void {
  const document = JSON.stringify({ version: 1, kind: "calls", subject: "phone:13800138000" });
  connection.write((db) => upsertReport(db, { id: "W-1", name: "话单", document, savedAt: 0 }));
}

/** A storyboard of one scene without anything on it. */
function addBoard(connection: Connection): void {
  const document = {
    version: 1,
    nodes: [],
    links: [],
    filter: { hiddenKinds: [], from: null, until: null },
    disabled: [],
    subject: "",
  } as const;
  const words = { caption: "", line: "", notes: "", seconds: null, camera: null };
  const board = { version: 1, subject: "", scenes: [{ id: "1", ...words, document, highlights: [], clues: [] }] };
  const row = { id: "B-1", name: "会商", subject: "", document: JSON.stringify(board), place: 0, lastScene: 1, savedAt: 0 };
  connection.write((db) => upsertStoryboard(db, row));
}

/** A series of both cases, as a grouping leaves it, and one to merge it with. */
function addSeries(connection: Connection): void {
  const cases = ["A1", "A2"];
  const figures = { cohesionBits: 4, weakest: { a: "A1", b: "A2", bits: 4 }, firstAt: null, lastAt: null, loss: "0.00", confirmed: 0 };
  const detail = JSON.stringify({ series: "S-1", title: "刷单", cases, core: cases, borderline: [], ...figures, splitBy: null, basis: [] });
  const members = cases.map((number) => ({ series: "S-1", case: number, bits: 4, membership: 1, state: "core" as const }));
  const run = { linkRunId: 1, dataVersion: 1, at: 0, seconds: 0, changes: {} };
  const other = { series: "S-2", case: "A2", bits: 4, membership: 1, state: "core" as const };
  const series = [
    { id: "S-1", title: "刷单", detail },
    { id: "S-2", title: "贷款", detail: detail.replace("S-1", "S-2") },
  ];
  connection.write((db) => insertGroupRun(db, run, series, [...members, other]));
}

/** A watch, and one fact that it was told. */
function addAlert(connection: Connection): void {
  const subject = { kind: "entity", entity: "account:2002" } as const;
  const written = { label: "", reason: "涉案账户", owner: "u", expiresAt: null, createdAt: 0, createdBy: "u" };
  const told = {
    code: "transfer-in",
    fact: "transfer|1",
    at: 0,
    utcOffset: 480,
    sourceId: 2,
    row: 1,
    detail: { entity: "account:2002" },
  } as const;
  connection.write((db) => insertHits(db, [{ watch: insertWatch(db, { subject, ...written }), ...told }], 0));
  connection.write((db) => insertWatch(db, { subject: { kind: "words", words: "解除" }, ...written }));
}
