// One payment in two banks' words: joined by a person's word it is one transfer with one edge, parted again it is what it was, and a source that goes
// or tells again changes nothing else.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { joinTwoBooks, partTwoBooks } from "../../../electron/engine/store/sqlite/tables/completeTransfers.ts";
import { removeSourceFacts } from "../../../electron/engine/store/sqlite/tables/removeSource.ts";
import { seededRandom } from "../../../shared/random.ts";
import { addSource, aTransfer, minute, noon, type TransferFacts } from "../../builders.ts";
import { freshFolder } from "../folder.ts";
import { readWhole } from "./readWhole.ts";

const at = freshFolder();
let db: Connection;

beforeEach(() => {
  db = openWorkspaceFile(at("a.caseweave"));
});
afterEach(() => db.close());

const day = 1440 * minute;
const paid: TransferFacts = { from: "1001", to: null, amountFen: 100_000, side: 1, reference: "A0000001", memo: "货款" };
const received: TransferFacts = {
  from: null,
  to: "2002",
  amountFen: 99_000,
  side: 2,
  at: noon + 2 * day,
  reference: "B0000009",
  memo: "汇入 货款",
};

const transfers = () =>
  db.all<{
    id: number;
    fen: number;
  }>(sql`SELECT t.id, t.at, a.key AS "from", b.key AS "to", amount_fen AS fen, side, reference, memo FROM transfer t
    LEFT JOIN entity a ON a.id = t.from_id LEFT JOIN entity b ON b.id = t.to_id ORDER BY t.id`);
const edges = () =>
  db.all(sql`SELECT a.key AS "from", b.key AS "to", e.count, e.sum, e.source_id AS source FROM edge e
    JOIN entity a ON a.id = e.from_id JOIN entity b ON b.id = e.to_id ORDER BY e.source_id, a.key, b.key`);
const join = (a: number, b: number) => db.write((writable) => joinTwoBooks(writable, a, b));
const part = (id: number, sourceId: number, row: number, wanted: number) =>
  db.write((writable) => partTwoBooks(writable, id, { sourceId, row }, wanted));
const remove = (id: number) => db.write((writable) => removeSourceFacts(writable, id));

it("is one transfer with the payer's amount and time and one edge, and two as before when taken back", () => {
  addSource(db, "甲", [aTransfer(paid)]);
  addSource(db, "乙", [aTransfer(received)]);
  const before = readWhole(db);
  join(1, 2);
  expect(transfers()).toEqual([{ id: 1, at: noon, from: "1001", to: "2002", fen: 100_000, side: 1, reference: "A0000001", memo: "货款" }]);
  expect(edges()).toEqual([{ from: "1001", to: "2002", count: 1, sum: 100_000, source: 1 }]);
  part(1, 2, 1, 2);
  expect(readWhole(db)).toEqual(before);
  expect(transfers().map(({ id }) => id)).toEqual([1, 2]);
});

it("believes each bank about its own account: money that was told to go elsewhere has one edge, to where it arrived", () => {
  addSource(db, "甲", [aTransfer({ ...paid, to: "9999" })]);
  addSource(db, "乙", [aTransfer({ ...received, from: "8888" })]);
  const before = readWhole(db);
  join(1, 2);
  expect(edges()).toEqual([{ from: "1001", to: "2002", count: 1, sum: 100_000, source: 1 }]);
  part(1, 2, 1, 2);
  expect(readWhole(db)).toEqual(before);
});

it("leaves what the other bank alone says when either source goes", () => {
  for (const gone of [1, 2]) {
    const own = openWorkspaceFile(at(`gone${gone}.caseweave`));
    const only = openWorkspaceFile(at(`only${gone}.caseweave`));
    const tell = (connection: Connection, i: number) =>
      addSource(connection, i === 1 ? "甲" : "乙", [aTransfer(i === 1 ? { ...paid, to: "9999" } : received)]);
    tell(own, 1);
    tell(own, 2);
    own.write((writable) => joinTwoBooks(writable, 1, 2));
    own.write((writable) => removeSourceFacts(writable, gone));
    tell(only, 3 - gone);
    expect(readWhole(own)).toEqual(readWhole(only));
    own.close();
    only.close();
  }
});

it("is found again by a statement that comes once more, of either side, and of both in one file", () => {
  addSource(db, "甲", [aTransfer(paid)]);
  addSource(db, "乙", [aTransfer(received)]);
  join(1, 2);
  const known = transfers();
  addSource(db, "乙又", [aTransfer(received)]);
  addSource(db, "甲又", [aTransfer(paid)]);
  addSource(db, "都有", [aTransfer(paid), aTransfer(received)]);
  expect(transfers()).toEqual(known);
  expect(edges()).toEqual([{ from: "1001", to: "2002", count: 1, sum: 100_000, source: 1 }]);
  part(1, 2, 1, 2);
  expect(transfers().map(({ fen }) => fen)).toEqual([100_000, 99_000]);
  expect(db.all(sql`SELECT event_id AS event, source_id AS source, row FROM event_source ORDER BY event_id, source_id, row`)).toEqual([
    { event: 1, source: 4, row: 1 },
    { event: 1, source: 5, row: 1 },
    { event: 2, source: 3, row: 1 },
    { event: 2, source: 5, row: 2 },
  ]);
});

it("gives back every edge and row of random books, in whatever order they are joined and parted", () => {
  for (let seed = 1; seed <= 12; seed++) {
    const random = seededRandom(seed);
    const pick = (count: number) => Math.floor(random() * count);
    const own = openWorkspaceFile(at(`random${seed}.caseweave`));
    const end = (isKnown: boolean, of: string) => (isKnown ? `${of}${pick(3)}` : null);
    const rows = 12;
    const payer = Array.from({ length: rows }, (_, i) =>
      aTransfer({ from: `10${pick(3)}`, to: end(random() < 0.5, "20"), amountFen: 1000 * (1 + pick(5)), at: noon + i * day, side: 1 }),
    );
    const payee = Array.from({ length: rows }, (_, i) =>
      aTransfer({
        from: end(random() < 0.5, "10"),
        to: `20${pick(3)}`,
        amountFen: 7 + 1000 * (1 + pick(5)),
        at: noon + i * day + 3 * minute,
        side: 2,
      }),
    );
    addSource(own, "甲", payer);
    addSource(own, "乙", payee);
    const before = readWhole(own);
    const order = Array.from({ length: rows }, (_, i) => i).sort(() => random() - 0.5);
    for (const i of order) own.write((writable) => joinTwoBooks(writable, 1 + i, 1 + rows + i));
    const sums = own.get<{ count: number; sum: number }>(sql`SELECT sum(count) AS count, sum(sum) AS sum FROM edge`);
    expect(sums).toEqual(own.get(sql`SELECT count(*) AS count, sum(amount_fen) AS sum FROM transfer`));
    expect(sums!.count).toBe(rows);
    for (const i of order.toReversed()) own.write((writable) => partTwoBooks(writable, 1 + i, { sourceId: 2, row: 1 + i }, 1 + rows + i));
    expect(readWhole(own)).toEqual(before);
    own.close();
  }
});

it("counts among what the payer's source said when that goes: nothing of it is left", () => {
  addSource(db, "甲", [aTransfer(paid), aTransfer({ ...paid, at: noon + day, amountFen: 500 })]);
  addSource(db, "乙", [aTransfer(received)]);
  join(1, 3);
  remove(1);
  expect(transfers()).toEqual([
    { id: 1, at: noon + 2 * day, from: null, to: "2002", fen: 99_000, side: 2, reference: "B0000009", memo: "汇入 货款" },
  ]);
  expect(edges()).toEqual([]);
});
