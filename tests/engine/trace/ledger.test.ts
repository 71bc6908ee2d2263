// The ledger as tracing reads it from the workspace.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { loadLedger } from "../../../electron/engine/trace/loadLedger.ts";
import { addSource, aTransfer, minute, noon } from "../../builders.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
let db: Connection;

beforeEach(() => {
  db = openWorkspaceFile(at("a.caseweave"));
});
afterEach(() => db.close());

it("finds every transfer by its number, whatever the order of replay, and none by a number that no transfer has", () => {
  addSource(
    db,
    "a.csv",
    Array.from({ length: 50 }, (_, i) => aTransfer({ from: `62170${i % 7}`, to: `62280${i % 5}`, at: noon + ((i * 37) % 50) * minute })),
  );
  const { ledger, indexOf } = loadLedger(db, "CNY");
  expect(ledger.count).toBe(50);
  expect(Array.from(ledger.id, (id) => indexOf(id))).toEqual(Array.from(ledger.id, (_, index) => index));
  expect([indexOf(0), indexOf(51), indexOf(Number.NaN)]).toEqual([undefined, undefined, undefined]);
});
