// The autosave of a chart: one row when an editing session begins, one every ten minutes, one at the end with how many saves there were. Nothing else is gathered.
import { expect, it } from "vitest";
import { createEngine } from "../../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { chartDocumentSchema } from "../../../shared/chart/document.ts";
import { contract } from "../../../shared/rpc/contract.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder("each");
const context = { signal: new AbortController().signal, report: () => {} };
const document = chartDocumentSchema.parse({ version: 1, nodes: [], links: [], filter: { hiddenKinds: [], from: null, until: null } });
const work = (session: string, done: number) => ({
  chart: "series:S-1",
  session,
  name: "S-1",
  document,
  first: 0,
  from: 0,
  steps: [],
  done,
});

function rows(path: string): readonly (number | null)[] {
  const db = openWorkspaceFile(path, { readOnly: true });
  const found = db.all<{ detail: string }>({
    text: "SELECT detail FROM audit WHERE action = 'chart.saveWork' ORDER BY sequence",
    values: [],
  });
  db.close();
  return found.map(({ detail }) => (JSON.parse(detail) as { writes?: number }).writes ?? null);
}

it("is written down once a session and counted, and the chain stays whole", async () => {
  const path = at("a.caseweave");
  let now = Date.parse("2026-11-23T09:00:00+08:00");
  const engine = await createEngine({ workspacePath: path, user: "tester", clock: () => now });
  for (let save = 0; save < 30; save++) {
    await engine.dispatch("chart.saveWork", work("a", 0), context);
    now += 1000;
  }
  expect(rows(path)).toEqual([null]);
  now += 600_000;
  await engine.dispatch("chart.saveWork", work("a", 0), context);
  expect(rows(path)).toEqual([null, 30]);
  await engine.dispatch("chart.saveWork", work("b", 0), context);
  await engine.dispatch("chart.saveWork", work("b", 0), context);
  await engine.close();
  expect(rows(path)).toEqual([null, 30, null, 1]);
  const again = await createEngine({ workspacePath: path, user: "tester" });
  expect(await again.dispatch("audit.verifyChain", {}, context)).toMatchObject({ intact: true });
  await again.close();
});

it("is all that is gathered: every other write has a row of its own", () => {
  const gathered = Object.entries(contract).filter(([, { audit }]) => audit === "gathered");
  expect(gathered.map(([name]) => name)).toEqual(["chart.saveWork"]);
  expect(gathered.every(([, { gatherBy }]) => gatherBy.length > 0)).toBe(true);
});
