// A hotline that rings the contacts of a number which fell silent is nobody's new number; another one that does is.
import { expect, test } from "vitest";
import { createEngine } from "../../../electron/engine/engine.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import type { NumberChangeLine } from "../../../shared/trace/calls.ts";
import { aCall, addSource, minute, noon } from "../../builders.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
const day = 24 * 60 * minute;
const contacts = ["13700000001", "13700000002", "13700000003", "13700000004", "13700000005"];
const rings = (from: string, firstDay: number) =>
  Array.from({ length: 12 }, (_, i) => contacts.map((to, k) => aCall({ from, to, at: noon + (firstDay + i) * day + k * minute }))).flat();

test.each([
  ["96110", []],
  ["13800000002", [["phone:13800000001", "phone:13800000002"]]],
])("%s after 13800000001", async (later, expected) => {
  const path = at(`${later}.caseweave`);
  const connection = openWorkspaceFile(path);
  addSource(connection, "bill", [...rings("13800000001", 0), ...rings(later, 14)]);
  connection.close();
  const engine = await createEngine({ workspacePath: path });
  const context = { signal: new AbortController().signal, report: () => {} };
  const { lines } = (await engine.dispatch("trace.findNumberChanges", {}, context)) as { lines: readonly NumberChangeLine[] };
  await engine.close();
  expect(lines.filter((line) => line.old === "phone:13800000001").map((line) => [line.old, line.new])).toEqual(expected);
});
