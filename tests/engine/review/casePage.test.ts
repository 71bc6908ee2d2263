// A case by either of its numbers: every fact with its rows, its series, and the alerts about whoever stands in it.
import { afterEach, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import type { CallName, Input, Result } from "../../../shared/rpc/contract.ts";
import { aCase, addSource, type Telling } from "../../builders.ts";
import { makeCaseWorkspace } from "../audit/caseWorkspace.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
let engine: Engine | null = null;
afterEach(async () => {
  await engine?.close();
  engine = null;
});

const incident =
  (number: string, told: string): Telling =>
  (sink, row) =>
    sink.attribute(sink.entity("case", number, "", row), "case.incidentNumber", told, row);

async function openCases() {
  const path = at("cases.caseweave");
  makeCaseWorkspace(path, at("ledger.csv"));
  const connection = openWorkspaceFile(path);
  addSource(connection, "more", [incident("A1", "J1"), aCase({ number: "A9", account: "2002" })]);
  connection.close();
  const opened = await createEngine({ workspacePath: path, user: "tester" });
  engine = opened;
  return async <Name extends CallName>(name: Name, params: Input<Name>) =>
    (await opened.dispatch(name, params, { signal: new AbortController().signal, report: () => {} })) as Result<Name>;
}

it("is found by its incident number, with what each row says of it and where it stands", async () => {
  const call = await openCases();
  const page = await call("review.readCase", { case: "J1" });
  expect(page.case).toBe("A1");
  expect(page.facts.attributes.map(({ name, value, sources }) => [name, value, sources.map(({ row }) => row)])).toEqual([
    ["case.brief", "刷单返利", [1]],
    ["case.incidentNumber", "J1", [1]],
  ]);
  expect(page.facts.links.map(({ other, role, sources }) => [other, role, sources.length])).toEqual([
    ["person:P1", "suspect", 1],
    ["account:1001", "payee", 1],
  ]);
  expect(page.series?.series).toBe("S-1");
  expect(page.alerts).toEqual([]);
});

it("has the open alerts about an account of the case, also without a series; a number of no case is refused", async () => {
  const call = await openCases();
  const page = await call("review.readCase", { case: "A9" });
  expect([page.series, page.alerts.map(({ entity }) => entity)]).toEqual([null, ["account:2002"]]);
  await expect(call("review.readCase", { case: "A404" })).rejects.toMatchObject({ code: "case-unknown", details: { case: "A404" } });
});
