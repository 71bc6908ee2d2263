// The list of sources by file.
import { expect, it } from "vitest";
import { groupByFile } from "../../../renderer/views/import/fileGroups.ts";
import type { SourceItem } from "../../../shared/import/calls.ts";

const source = (id: number, name: string, sheet: string | null, importedAt: string, rejected = 0): SourceItem => ({
  id,
  name,
  sheet,
  size: 1,
  sha256: "",
  rowKind: "transfer",
  layout: "",
  confidence: 1,
  rows: { read: 10, stored: 10 - rejected, rejected, skipped: 0, twins: 0 },
  importedAt,
  importedBy: "",
  folder: null,
  corrects: null,
});

it("puts the sheets of one file and import together, in sheet order, with their sums", () => {
  const groups = groupByFile([
    source(4, "b.csv", null, "2"),
    source(3, "a.xlsx", "三", "1", 2),
    source(2, "a.xlsx", "二", "1", 1),
    source(1, "a.xlsx", "一", "0"),
  ]);
  expect(groups.map(({ name, sources }) => [name, sources.map(({ id }) => id)])).toEqual([
    ["b.csv", [4]],
    ["a.xlsx", [2, 3]],
    ["a.xlsx", [1]],
  ]);
  expect(groups[1]).toMatchObject({ stored: 17, rejected: 3 });
});
