// The demo workspace of the browser tests, a tenth of a county: built by the first test file that asks, copied by all.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeDemoFiles } from "../../electron/engine/demo/index.ts";
import { createEngine } from "../../electron/engine/engine.ts";
import { alone } from "../../scripts/alone.ts";
import { emptyModel, toDocument } from "../../shared/chart/graphModel.ts";
import { applyOperation, packPositions } from "../../shared/chart/operations.ts";
import type { CallName, Input, Result } from "../../shared/rpc/contract.ts";

export const demoSize = { scale: 0.1, seed: 1 } as const;

const context = { signal: new AbortController().signal, report: () => {} };

type Call = <Name extends CallName>(name: Name, params: Input<Name>) => Promise<Result<Name>>;

/** The app of the series that the new night adds a case to. */
const growingApp = "netid:鑫品商城";

/** The growing series, its app and an account that its cases paid. Another series may share the app: the first of the list is taken. */
async function watchSeries(call: Call): Promise<void> {
  const reason = "涉案金额大，正在扩线";
  const { series } = await call("group.listSeries", {});
  for (const { series: id } of series) {
    const { shared } = await call("group.readSeries", { series: id });
    if (!shared.some(({ entity }) => entity === growingApp)) continue;
    const account = shared.find(({ kind, entity }) => kind === "account" && entity !== "")!.entity;
    for (const entity of [growingApp, account]) await call("review.addWatch", { subject: { kind: "entity", entity }, reason });
    await call("review.addWatch", { subject: { kind: "series", series: id }, reason });
    return;
  }
}

/** As an analyst leaves it on Monday evening: linked, grouped, its series watched, a new night in, one pair confirmed, one chart kept. */
async function buildDemo(folder: string): Promise<string> {
  const { files, lateFiles } = await writeDemoFiles(join(folder, "files"), demoSize);
  const workspacePath = join(folder, "building.caseweave");
  const engine = await createEngine({ workspacePath });
  const call: Call = async (name, params) => (await engine.dispatch(name, params, context)) as never;
  for (const names of [files, lateFiles]) {
    await call("import.storeFiles", { paths: names.map((name) => join(folder, "files", name)) });
    await call("link.runLinkage", {});
    await call("group.runSeries", {});
    if (names === files) await watchSeries(call);
  }
  await call("group.findRings", {});
  const [pair] = (await call("link.listPairs", {})).items;
  await call("review.recordDecision", { subject: "pair", a: pair!.a, b: pair!.b, verdict: "confirm", reason: "同一收款账户" });
  // Nothing leaves for another unit before this one has a name.
  await call("review.nameUnit", { unit: "云津市反诈中心" });
  const [series] = (await call("group.listSeries", {})).series;
  const { nodes, links } = await call("chart.openSubject", { subject: `series:${series!.series}` });
  const positions = packPositions(nodes.map((_, index) => ({ x: (index % 6) * 120, y: Math.floor(index / 6) * 120 })));
  const added = nodes.map((node) => ({ ...node, ghost: false }));
  const { model } = applyOperation(emptyModel(), { type: "add", nodes: added, positions, links, pinned: [], disabled: [] });
  await call("chart.saveChart", { id: null, name: "研判一", document: toDocument(model) });
  await engine.close();
  return workspacePath;
}

/** Copies the demo workspace to `target`; waits while another test file builds it. */
export async function copyDemoWorkspace(target: string): Promise<void> {
  const folder = process.env["CASEWEAVE_E2E_FOLDER"] ?? mkdtempSync(join(tmpdir(), "caseweave-e2e-"));
  const whole = join(folder, "demo.caseweave");
  mkdirSync(folder, { recursive: true });
  if (!existsSync(whole)) {
    await alone(join(folder, "demo.lock"), async () => {
      if (!existsSync(whole)) renameSync(await buildDemo(folder), whole);
    });
  }
  copyFileSync(whole, target);
}
