// Valid parameters for every call of the contract, on a small workspace. A new call without a line here does not compile.
import { writeFileSync } from "node:fs";
import { listShipped } from "../../../electron/engine/review/pack/knownPacks.ts";
import { packText, sealPack } from "../../../electron/engine/review/pack/packText.ts";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { insertHits } from "../../../electron/engine/store/sqlite/tables/alert.ts";
import { upsertPack } from "../../../electron/engine/store/sqlite/tables/pack.ts";
import { upsertReport } from "../../../electron/engine/store/sqlite/tables/report.ts";
import { insertGroupRun } from "../../../electron/engine/store/sqlite/tables/series.ts";
import { upsertStoryboard } from "../../../electron/engine/store/sqlite/tables/storyboard.ts";
import { insertTaskEntry } from "../../../electron/engine/store/sqlite/tables/task.ts";
import { insertWatch } from "../../../electron/engine/store/sqlite/tables/watch.ts";
import { type CallName, contract, type Input } from "../../../shared/rpc/contract.ts";
import { aCall, aCase, addSource, aPerson, aReject, aTransfer } from "../../builders.ts";
import { transferMapping } from "../import/cli.ts";
import { aBundle } from "../review/bundles.ts";

type Parameters = { readonly [Name in CallName]: Input<Name> };

const requestOf = (ledger: string): string => `${ledger}.ask.cwx`;
const bundleOf = (ledger: string): string => `${ledger}.cwx`;
const mapOf = (ledger: string): string => `${ledger}.geojson`;
const point = { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [112, 30] } };

/** The workspace that the parameters speak of, and a file to import. */
export function makeCaseWorkspace(path: string, ledger: string): void {
  writeFileSync(ledger, "交易时间,付款账号,收款账号,金额,流水号\n2026-03-01 12:00:00,6222020000000000001,6222020000000000002,100.50,T1\n");
  writeFileSync(mapOf(ledger), JSON.stringify({ type: "FeatureCollection", features: [point] }));
  writeFileSync(
    bundleOf(ledger),
    aBundle({ watches: [{ subject: { kind: "words", words: "跑分" }, label: "", reason: "在查", expiresAt: null, unit: "邻市" }] }),
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
  connection.close();
}

/** A task of nobody. */
function addTask(connection: Connection): void {
  const said = { text: "调证", owner: "", due: null, about: ["series:S-1"], reason: "", board: "", scene: "", by: "u", at: 0 };
  connection.write((db) => insertTaskEntry(db, { number: 1, state: "open", ...said }));
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
}

const document = {
  version: 1 as const,
  nodes: [{ ref: "case:A1", x: 0, y: 0 }],
  links: [],
  filter: { hiddenKinds: [], from: null, until: null },
};

export const parametersFor = (ledger: string): Parameters => ({
  "workspace.readInfo": {},
  "workspace.readOverview": {},
  "workspace.runSelfTest": { scale: 0.03 },
  "workspace.searchEntities": { words: "张三" },
  "workspace.listJobs": {},
  "workspace.cancelJob": { id: 1 },
  "workspace.readGraphState": {},
  "workspace.testServer": { uri: "bolt://127.0.0.1:1" },
  "workspace.pushGraph": { uri: "bolt://127.0.0.1:1" },
  "workspace.compareGraph": { uri: "bolt://127.0.0.1:1" },
  "workspace.pullGraph": { uri: "bolt://127.0.0.1:1" },
  "workspace.connectGraph": {},
  "workspace.disconnectGraph": {},
  "workspace.queryGraph": { cypher: "MATCH (n) RETURN count(n) AS n" },
  "workspace.queryViews": { sql: "SELECT count(*) AS n FROM v_case" },
  "import.previewFiles": { paths: [ledger], mapping: transferMapping },
  "import.previewSheet": { file: { path: ledger }, mapping: transferMapping },
  "import.storeFiles": { paths: [ledger], mapping: transferMapping },
  "import.identifyText": { text: "电话13800138000" },
  "import.listSources": {},
  "import.readSource": { sourceId: 1 },
  "import.readSourceRows": { sourceId: 1, from: 1, count: 5 },
  "import.listRejects": {},
  "import.fixRejects": { sourceId: 1, rows: [{ row: 4, changes: [{ column: 0, text: "x" }] }] },
  "import.fixRejectsByRule": { sourceId: 1, rule: { column: "#1", how: "set", put: "2026-03-01 12:00:00" } },
  "import.listCorrections": { sourceId: 1 },
  "import.previewSource": { sourceId: 1 },
  "import.listLayouts": {},
  "import.saveLayout": { mapping: transferMapping, headings: ["交易时间"] },
  "resolve.matchAddresses": {},
  "resolve.listAddressMatches": {},
  "resolve.readAddressMatch": { place: "云津市文汇路12号" },
  "resolve.searchAddresses": { words: "文汇路" },
  "resolve.readAddress": { place: "S1" },
  "resolve.listPeopleOfAddress": { place: "S1", day: "2026-03-01" },
  "resolve.findNearestAddresses": { longitude: 112.2, latitude: 29.1 },
  "resolve.runResolution": {},
  "resolve.listClusters": {},
  "resolve.listPairs": {},
  "resolve.listRecords": { sourceId: 1 },
  "resolve.listIdentitiesOf": { refs: ["person:P1", "person:P2"] },
  "resolve.explainPair": { a: "person:P1", b: "person:P2" },
  "link.runLinkage": {},
  "link.scorePairs": { pairs: [["A1", "A2"]] },
  "link.listPairs": {},
  "link.explainPair": { a: "A1", b: "A2" },
  "link.previewMerge": { a: "person:P1", b: "person:P2" },
  "link.followIdentities": {},
  "link.findSimilar": { case: "A1" },
  "link.listHubs": {},
  "link.excludeIdentifier": { entity: "account:1001", reason: "公用账户" },
  "group.recordSeries": { series: "S-1", status: "merged", unit: "云津市局", note: "已并案" },
  "group.compareSeries": { series: "S-1", without: ["A2"] },
  "group.splitSeries": { series: "S-1", cases: ["A2"], reason: "不是一伙" },
  "group.mergeSeries": { series: "S-1", other: "S-2", reason: "同一账户" },
  "group.runSeries": {},
  "group.listSeries": {},
  "group.previewWithout": { cases: ["A1"], without: ["account:1001"] },
  "group.readSeries": { series: "S-1" },
  "group.findRings": {},
  "group.listRings": {},
  "group.readRing": { ring: "R-1" },
  "group.listSellers": {},
  "link.evaluateLinkage": {},
  "link.readModel": {},
  "link.previewWeights": { edits: { expectedPairs: 5, levels: [] } },
  "link.stateWeights": { edits: { expectedPairs: 5, levels: [] }, reason: "上月复核" },
  "group.findMotifs": {},
  "group.rankEntities": { kind: "case", by: "degree" },
  "group.nameSources": {},
  "trace.listStaySubjects": {},
  "trace.readStays": { day: "2026-03-01" },
  "trace.traceMoney": { from: ["transfer:1"] },
  "trace.placeOnMap": {},
  "trace.readBaseMap": {},
  "trace.saveBaseMap": { path: mapOf(ledger), approval: "审图号：GS(2024)0000号" },
  "trace.removeBaseMap": {},
  "trace.rangeMoney": { from: ["transfer:1"] },
  "trace.listMoney": { from: ["transfer:1"], list: "stop" },
  "trace.findNumberChanges": {},
  "trace.findMeetings": {},
  "trace.findFollowers": {},
  "trace.findUnusual": {},
  "trace.listNumbers": {},
  "trace.listSightings": { entities: ["case:A1"], from: "2026-03-01", until: "2026-03-02" },
  "trace.listCalls": { phone: "phone:13800138000" },
  "trace.findCommonContacts": { phones: ["case:A1", "case:A2"] },
  "trace.profileCalls": { phone: "case:A1" },
  "trace.collideSets": { sets: ["case:A1", "case:A2"] },
  "chart.openSubject": { subject: "case:A1" },
  "chart.findPaths": { from: "case:A1", to: "case:A2" },
  "chart.findConnections": { entities: ["case:A1", "case:A2"] },
  "chart.countNeighbours": { entity: "case:A1" },
  "chart.expandEntity": { entity: "case:A1" },
  "chart.readElements": { refs: ["case:A1"] },
  "chart.readEntity": { entity: "person:P1" },
  "chart.listTimes": { refs: ["case:A1", "person:P1"] },
  "chart.placeElements": { refs: ["case:A1"] },
  "chart.listCharts": {},
  "chart.saveChart": { id: "C-1", name: "图", document },
  "chart.readChart": { id: "C-1" },
  "chart.saveWork": { chart: "C-1", session: "s", name: "图", document, first: 0, from: 0, steps: [], done: 0 },
  "chart.readWork": { chart: "C-1" },
  "chart.dropWork": { chart: "C-1" },
  "chart.saveSnapshot": { chart: "C-1", name: "周研判", document },
  "chart.listSnapshots": { chart: "C-1" },
  "chart.readSnapshot": { chart: "C-1", number: 1 },
  "chart.saveAttachment": { name: "a.txt", mediaType: "text/plain", base64: "YQ==" },
  "chart.readAttachment": { sha256: "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb" },
  "chart.saveLooks": { looks: { name: "本局", rules: [] } },
  "chart.listLooks": {},
  "chart.deleteLooks": { name: "本局" },
  "chart.deleteSnapshot": { chart: "C-1", number: 1 },
  "chart.deleteChart": { id: "C-1" },
  "review.writeReport": { kind: "calls", subject: "phone:13800138000", format: "docx" },
  "review.exportChart": { subject: "case:A1", format: "svg" },
  "review.exportRing": { ring: "R-1", format: "csv" },
  "review.exportList": { from: ["transfer:1"], list: "stop", format: "xlsx" },
  "review.recordDecisions": { decisions: [{ subject: "pair", a: "A1", b: "A2", verdict: "confirm", reason: "同一账户" }] },
  "review.recordDecision": { subject: "pair", a: "A1", b: "A2", verdict: "confirm", reason: "同一账户" },
  "review.listDecisions": {},
  "review.addWatch": { subject: { kind: "entity", entity: "account:1001" }, reason: "涉案账户" },
  "review.listWatches": {},
  "statistics.table": { by: ["category", "place"], from: "2026-01-01", to: "2026-12-31" },
  "brief.read": { from: "2026-03-01", to: "2026-03-31" },
  "brief.open": { from: "2026-03-01", to: "2026-03-31" },
  "brief.export": { from: "2026-03-01", to: "2026-03-31", format: "pptx" },
  "statistics.trend": {},
  "statistics.cases": {},
  "statistics.export": { by: ["hour"], format: "csv" },
  "review.checkWatches": {},
  "review.listAlerts": {},
  "review.listAlertFacts": { alert: 1 },
  "review.markAlerts": { alerts: [1], state: "handled" },
  "review.removeWatch": { watch: "W-1", reason: "案件已结" },
  "review.readUnit": {},
  "review.nameUnit": { unit: "云津市反诈中心" },
  "review.describeBundle": { subject: "series", of: "S-1" },
  "review.exportBundle": { subject: "series", of: "S-1" },
  "review.inspectBundle": { path: bundleOf(ledger) },
  "review.previewBundle": { path: bundleOf(ledger) },
  "review.importBundle": { path: bundleOf(ledger) },
  "review.writeRequest": { texts: ["phone:13800138000"], password: "口令" },
  "review.readRequest": { path: requestOf(ledger) },
  "review.answerRequest": { path: requestOf(ledger), detail: "rows" },
  "review.listBundles": {},
  "review.removeBundle": { bundle: 2, reason: "发错了" },
  "review.readSignOff": { series: "S-1" },
  "review.readAsOf": { day: "2026-11-23" },
  "review.listReports": {},
  "review.createReport": { kind: "calls", subject: "phone:13800138000", name: "话单" },
  "review.changeReport": { id: "W-1", change: { change: "section", section: 1, isOff: true } },
  "review.composeReport": { id: "W-1" },
  "review.deleteReport": { id: "W-1" },
  "review.listStoryboards": {},
  "review.readStoryboard": { id: "B-1" },
  "review.createStoryboard": { name: "会商" },
  "review.renameStoryboard": { id: "B-1", name: "会商二" },
  "review.changeStoryboard": { id: "B-1", change: { step: "duplicate", scene: "1" } },
  "review.undoStoryboard": { id: "B-1", direction: "undo" },
  "review.exportStoryboard": { id: "B-1", format: "pptx" },
  "review.deleteStoryboard": { id: "B-1" },
  "review.recordMinute": { kind: "question", text: "机主是谁" },
  "review.listMinutes": {},
  "assess.readClue": { text: "刷单，电话13800138000" },
  "assess.prepare": {},
  "assess.storeCase": { text: "来电称遇到刷单返利" },
  "task.add": { text: "查机主", owner: "赵警官", due: "2026-11-30", about: ["phone:13800138000"] },
  "task.change": { task: "T-1", due: "2026-12-01" },
  "task.settle": { task: "T-1", state: "done" },
  "task.list": {},
  "task.exportMinutes": { format: "docx" },
  "task.readHistory": { task: "T-1" },
  "review.listPacks": {},
  "review.readPack": { pack: "pass-through-accounts" },
  "review.runPack": { pack: "pass-through-accounts" },
  "review.readPackRun": { pack: "pass-through-accounts" },
  "review.listPackRows": { run: 1, section: "accounts", place: 0 },
  "review.testPack": { pack: "pass-through-accounts" },
  "review.importPack": { text: "{}" },
  "review.exportPack": { pack: "pass-through-accounts" },
  "review.exportPackRun": { pack: "pass-through-accounts", format: "csv" },
  "review.listLoggedSteps": {},
  "review.recordPack": { pack: "own", title: { zh: "自录", en: "Own" }, about: { zh: "自录", en: "Own" }, entries: [1] },
  "review.removePack": { pack: "own" },
  "audit.listEntries": {},
  "audit.verifyChain": {},
  "import.reimportSource": { sourceId: 1 },
  "import.removeSource": { sourceId: 2, reason: "重复" },
});

/** In the order of the table above: a chart is saved before it is read, a source is removed last. */
export const everyCall = (ledger: string) =>
  (Object.entries(parametersFor(ledger)) as [CallName, unknown][]).map(([name, parameters]) => ({
    name,
    parameters,
    call: contract[name],
  }));
