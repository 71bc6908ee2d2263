// Rings in the schema: one run's rings stand in their order; the run before goes.
import { expect, it } from "vitest";
import { openWorkspaceFile } from "../../../../electron/engine/store/sqlite/open.ts";
import { insertRingRun, listRingRows, readLastRingRun, readRingRow } from "../../../../electron/engine/store/sqlite/tables/rings.ts";
import { freshFolder } from "../../folder.ts";

const at = freshFolder();

it("keeps the rings of the last run, and the highest number ever given", () => {
  const connection = openWorkspaceFile(at("rings.caseweave"));
  const run = { groupRunId: 1, dataVersion: 1, at: 5, seconds: 0.1 };
  connection.write((db) => insertRingRun(db, { ...run, lastNumber: 7 }, [{ id: "R-7", detail: "{}" }]));
  const second = connection.write((db) =>
    insertRingRun(db, { ...run, dataVersion: 2, lastNumber: 9 }, [
      { id: "R-9", detail: "{}" },
      { id: "R-2", detail: "{}" },
    ]),
  );
  expect(readLastRingRun(connection)).toEqual({ id: second, groupRunId: 1, dataVersion: 2, at: 5, lastNumber: 9 });
  expect(listRingRows(connection, second).map(({ id }) => id)).toEqual(["R-9", "R-2"]);
  expect(readRingRow(connection, second, "R-7")).toBeUndefined();
  connection.close();
});
