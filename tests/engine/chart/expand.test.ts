// Expanding with a limit: the strongest, the last heard of, or only those that others on the chart know too; what is left out is told.
import { afterEach, expect, it } from "vitest";
import { createEngine, type Engine } from "../../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import type { Expansion } from "../../../shared/chart/calls.ts";
import { addSource, aTransfer, minute, noon, type Telling } from "../../builders.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
let engine: Engine | null = null;

afterEach(async () => {
  await engine?.close();
  engine = null;
});

const expand = async (parameters: object): Promise<Expansion> => {
  const context = { signal: new AbortController().signal, report: () => {} };
  return (await engine!.dispatch("chart.expandEntity", { entity: "account:hub", ...parameters }, context)) as Expansion;
};
const others = ({ nodes }: Expansion) => nodes.map(({ ref }) => ref).filter((ref) => ref !== "account:hub");

/** hub → 1 three times and long ago, → 2 twice, → 3 once and last; 3 and 9 deal with each other. */
async function openHub(): Promise<void> {
  const path = at("hub.caseweave");
  const connection = openWorkspaceFile(path);
  const pay = (to: string, times: readonly number[]) => times.map((minutes) => aTransfer({ from: "hub", to, at: noon + minutes * minute }));
  addSource(connection, "ledger", [
    ...pay("1", [1, 2, 3]),
    ...pay("2", [4, 5]),
    ...pay("3", [60]),
    aTransfer({ from: "3", to: "9", at: noon + 90 * minute }),
  ]);
  connection.close();
  engine = await createEngine({ workspacePath: path });
}

it("gives the strongest, the newest, or what is shared with the chart, and says how many are left", async () => {
  await openHub();
  const strongest = await expand({ limit: 1 });
  expect([others(strongest), strongest.total, strongest.left]).toEqual([["account:1"], 3, 2]);
  const newest = await expand({ limit: 2, choose: "newest" });
  expect([others(newest), newest.left]).toEqual([["account:3", "account:2"], 1]);
  const shared = await expand({ limit: 20, choose: "shared", present: ["account:hub", "account:9"] });
  expect([others(shared), shared.total, shared.left, shared.unseen]).toEqual([["account:3"], 1, 0, 0]);
  expect(shared.links.map(({ from, to }) => [from, to])).toContainEqual(["account:3", "account:9"]);
  expect(others(await expand({ limit: 20, choose: "shared", present: ["account:hub"] }))).toEqual([]);
});

it("takes a case of a day without a clock as that whole day, here and not at Greenwich", async () => {
  const path = at("day.caseweave");
  const connection = openWorkspaceFile(path);
  const tell =
    (number: string, from: string): Telling =>
    (sink, row) =>
      sink.attribute(sink.entity("case", number, "", row), "case.from", from, row);
  addSource(connection, "cases", [tell("A1", "2026-03-01"), tell("A2", "2026-03-01T12:00:00+08:00")]);
  connection.close();
  engine = await createEngine({ workspacePath: path });
  const spanOf = async (number: string) => {
    const { nodes } = await expand({ entity: `case:${number}`, limit: 1 });
    return nodes.map(({ firstAt, lastAt }) => [firstAt! - noon, lastAt! - noon]);
  };
  expect(await spanOf("A1")).toEqual([[-12 * 60 * minute, 12 * 60 * minute - 1]]);
  expect(await spanOf("A2")).toEqual([[0, 0]]);
});
