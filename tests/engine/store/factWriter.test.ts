// Storing facts: entities met again, events told twice, edges, and sources taken out as if they had never been read.
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import { readEntity } from "../../../electron/engine/store/sqlite/tables/entity.ts";
import { removeSourceFacts } from "../../../electron/engine/store/sqlite/tables/removeSource.ts";
import { seededRandom } from "../../../shared/random.ts";
import {
  aCall,
  aCase,
  addSource,
  aLogin,
  aPerson,
  aReject,
  aStay,
  aTransfer,
  finishSource,
  loadSource,
  minute,
  noon,
  type Telling,
  type TransferFacts,
} from "../../builders.ts";
import { freshFolder } from "../folder.ts";
import { countRows, readHits, readWhole } from "./readWhole.ts";

const at = freshFolder();
let db: Connection;

beforeEach(() => {
  db = openWorkspaceFile(at("a.caseweave"));
});
afterEach(() => db.close());

const remove = (connection: Connection, id: number) => connection.write((writable) => removeSourceFacts(writable, id));
const edges = () =>
  db.all(sql`SELECT kind, count, sum, first_at AS first, last_at AS last, source_id AS source FROM edge ORDER BY source_id, kind`);

describe("entities", () => {
  it("are the same entity when another source tells of the same kind and key", () => {
    addSource(db, "one", [aTransfer()]);
    const { writer } = addSource(db, "two", [aTransfer({ to: "3003" })]);
    expect(db.all(sql`SELECT key FROM entity ORDER BY key`)).toEqual([{ key: "1001" }, { key: "2002" }, { key: "3003" }]);
    expect(writer.entities.created).toBe(1);
  });

  it("take a name from a later source, but only when that source becomes ready", () => {
    addSource(db, "one", [aTransfer()]);
    const loading = loadSource(db, "two", [[aTransfer({ from: { key: "1001", name: "李四" }, to: "3003" })]]);
    expect(readEntity(db, "account", "1001")?.label).toBe("1001");
    finishSource(db, loading);
    expect(readEntity(db, "account", "1001")?.label).toBe("李四");
    expect(readHits(db, ["李四"])).toEqual({ 李四: ["account:1001 李四"] });
  });

  it("take a name that their own source gives only in a later batch", () => {
    addSource(db, "one", [aTransfer()], [aTransfer({ from: { key: "1001", name: "李四" }, at: noon + minute })]);
    expect(readEntity(db, "account", "1001")?.label).toBe("李四");
    expect(readHits(db, ["李四"])).toEqual({ 李四: ["account:1001 李四"] });
  });

  it("keep the first name when sources differ, and fall back to the second when the first is taken out", () => {
    const first = addSource(db, "one", [aPerson({ name: "张三" })]);
    addSource(db, "two", [aPerson({ name: "张叁" })]);
    expect(readEntity(db, "person", "P1")?.label).toBe("张三");
    remove(db, first.id);
    expect(readEntity(db, "person", "P1")?.label).toBe("张叁");
    expect(readHits(db, ["张三", "张叁"])).toEqual({ 张三: [], 张叁: ["person:P1 张叁"] });
  });

  it("without a key stay apart between sources", () => {
    addSource(db, "one", [aPerson({ key: "#1" })]);
    addSource(db, "two", [aPerson({ key: "#1" })]);
    expect(db.all(sql`SELECT key FROM entity ORDER BY key`)).toEqual([{ key: "#1-1" }, { key: "#2-1" }]);
  });
});

/** Events after a first source told `a` and a second told `b`. */
function eventsOf(a: readonly TransferFacts[], b: readonly TransferFacts[]): { events: number; twins: number } {
  addSource(db, "one", a.map(aTransfer));
  const { writer } = addSource(db, "two", b.map(aTransfer));
  return { events: db.get<{ n: number }>(sql`SELECT count(*) AS n FROM transfer`)!.n, twins: writer.counts.twins };
}

describe("the same transfer in two sources", () => {
  it.each<[string, TransferFacts[], TransferFacts[], number]>([
    [
      "is one when the reference is the same, though the clocks differ by an hour",
      [{ reference: "R1" }],
      [{ reference: "R1", at: noon + 60 * minute }],
      1,
    ],
    ["is one when accounts, amount and time agree", [{}], [{ at: noon + 2 * minute }], 1],
    ["is two when the clocks differ by more than statements do", [{}], [{ at: noon + 2 * minute + 1 }], 2],
    ["is two when the references differ", [{ reference: "R1" }], [{ reference: "R2" }], 2],
    ["is two when the amounts differ", [{}], [{ amountFen: 50_001 }], 2],
    ["is one when one source gives the day only", [{ precision: 2, at: noon - 720 * minute }], [{}], 1],
    ["is two when the day is another", [{ precision: 2, at: noon - 721 * minute }], [{}], 2],
    ["is one when an unknown payer has the same reference", [{ reference: "R1", from: null }], [{ reference: "R1" }], 1],
    ["is one when an unknown payer has no reference, in the same second", [{ from: null }], [{}], 1],
    ["is one when the payee is not known yet, to the minute", [{ to: null, precision: 1 }], [{ to: "9009", at: noon + 59_000 }], 1],
    ["is two when an unknown payer has no reference and the second is another", [{ from: null }], [{ at: noon + 1_000 }], 2],
    ["is two when one end is unknown and only the day is told", [{ from: null, precision: 2 }], [{}], 2],
    ["is two when the end that is not told is cash", [{ to: null, channel: "cash" }], [{}], 2],
    ["is two when each source knows another end, without a reference", [{ from: null }], [{ to: null }], 2],
    [
      "is two when each source knows another end and the reference is a mere counter",
      [{ from: null, reference: "17" }],
      [{ to: null, reference: "17" }],
      2,
    ],
    [
      "is one when each source knows another end and the reference is the same",
      [{ from: null, reference: "SN00000001" }],
      [{ to: null, reference: "SN00000001" }],
      1,
    ],
    ["leaves two equal payments of one source two", [{}, {}], [], 2],
    ["pairs two equal payments with two equal payments", [{}, {}], [{}, {}], 2],
    ["pairs one payment with one of two, and stores the other", [{}], [{}, {}], 2],
  ])("%s", (_what, a, b, events) => {
    expect(eventsOf(a, b)).toEqual({ events, twins: a.length + b.length - events });
  });
});

describe("a transfer told in parts", () => {
  const random = seededRandom(29);
  const whole = Array.from({ length: 40 }, (_, i) => ({
    from: `10${i % 7}`,
    to: `20${i % 5}`,
    at: noon + i * 7 * minute + Math.floor(random() * 60) * 1_000,
    amountFen: 100 * (1 + Math.floor(random() * 900)),
    reference: `R${i}`,
  }));
  /** Who paid, to the minute; who was paid, to the second; both. None has serial numbers. */
  const parts: Readonly<Record<string, (one: (typeof whole)[number]) => TransferFacts>> = {
    payer: ({ at: time, ...one }) => ({ ...one, to: null, precision: 1, at: time - (time % minute), reference: "" }),
    payee: (one) => ({ ...one, from: null, reference: "" }),
    ledger: (one) => ({ ...one, reference: "" }),
  };
  const names = Object.keys(parts);
  const orders = names.flatMap((a) => names.filter((b) => b !== a).map((b) => [a, b, names.find((c) => c !== a && c !== b)!]));
  const tell = (connection: Connection, name: string) =>
    addSource(
      connection,
      name,
      whole.map((one) => aTransfer(parts[name]!(one))),
    );
  const events = (connection: Connection) =>
    connection.all(sql`SELECT t.at, t.precision, a.key AS "from", b.key AS "to", t.amount_fen AS fen FROM transfer t
      LEFT JOIN entity a ON a.id = t.from_id LEFT JOIN entity b ON b.id = t.to_id ORDER BY t.at, fen`);
  const pairs = (connection: Connection) =>
    connection.all<{
      from: string;
      to: string;
      n: number;
      fen: number;
    }>(sql`SELECT a.key AS "from", b.key AS "to", sum(e.count) AS n, sum(e.sum) AS fen
      FROM edge e JOIN entity a ON a.id = e.from_id JOIN entity b ON b.id = e.to_id GROUP BY 1, 2 ORDER BY 1, 2`);

  it.each(orders)("is one transfer told in full, first %s, then %s, then %s", (...order) => {
    for (const name of order) tell(db, name);
    const full = whole.map(({ at: time, from, to, amountFen }) => ({ at: time, precision: 0, from, to, fen: amountFen }));
    expect(events(db)).toEqual(full);
    expect(pairs(db).reduce((sum, { n }) => sum + n, 0)).toBe(40);
    expect(db.get(sql`SELECT count(*) AS n FROM event_source`)).toEqual({ n: 80 });
  });

  it.each(orders)("leaves what the others say when one goes: %s, %s, %s, each in turn", (...order) => {
    for (const gone of order) {
      const [all, rest] = [openWorkspaceFile(":memory:"), openWorkspaceFile(":memory:")];
      const ids = new Map(order.map((name) => [name, tell(all, name).id]));
      remove(all, ids.get(gone)!);
      for (const name of order) if (name !== gone) tell(rest, name);
      expect([events(all), pairs(all)], `without ${gone}`).toEqual([events(rest), pairs(rest)]);
      all.close();
      rest.close();
    }
  });
});

describe("edges and counts", () => {
  it("keep one edge a source, with count, sum, first and last of what moved money", () => {
    const { id } = addSource(db, "one", [
      aTransfer(),
      aTransfer({ at: noon + minute, amountFen: 100 }),
      aTransfer({ state: 1, amountFen: 9 }),
    ]);
    const second = addSource(db, "two", [aTransfer({ at: noon + 9 * minute, amountFen: 7 })]);
    expect(edges()).toEqual([
      { kind: "transfer", count: 2, sum: 50_100, first: noon, last: noon + minute, source: id },
      { kind: "transfer", count: 1, sum: 7, first: noon + 9 * minute, last: noon + 9 * minute, source: second.id },
    ]);
  });

  it("count what a source added", () => {
    const { writer } = addSource(db, "one", [aTransfer(), aCase({ brief: "被骗", suspect: "P1" }), aReject(), aCall(), aStay(), aLogin()]);
    expect({ ...writer.counts, entities: writer.entities.created }).toEqual({ attributes: 1, links: 1, events: 4, twins: 0, entities: 9 });
  });
});

describe("taking a source out", () => {
  it.each<[string, Telling]>([
    ["transfer", aTransfer()],
    ["call", aCall()],
    ["stay", aStay()],
    ["login", aLogin()],
  ])("hands a %s that another source tells of over to it, with its edge", (_kind, telling) => {
    const { id } = addSource(db, "one", [telling]);
    const alone = edges();
    const second = addSource(db, "two", [telling]);
    remove(db, id);
    expect(edges()).toEqual(alone.map((edge) => ({ ...(edge as object), source: second.id })));
    expect(db.get(sql`SELECT count(*) AS n FROM v_event`)).toEqual({ n: 1 });
    remove(db, second.id);
    expect(Object.values(countRows(db)).every((n) => n === 0)).toBe(true);
  });

  it("leaves the event as the other source told it", () => {
    const { id } = addSource(db, "one", [aTransfer({ reference: "R1", memo: "first" })]);
    addSource(db, "two", [aTransfer({ at: noon + minute, memo: "second" })]);
    remove(db, id);
    expect(db.all(sql`SELECT at, reference, memo FROM transfer`)).toEqual([{ at: noon + minute, reference: "", memo: "second" }]);
  });

  it("never gives its number to another source: results still cite it", () => {
    const { id } = addSource(db, "one", [aTransfer()]);
    remove(db, id);
    expect(addSource(db, "two", [aTransfer()]).id).toBe(id + 1);
  });

  it.each(["A", "B"])("gives what importing only the other source gives, whatever the two say: without %s", (removed) => {
    fc.assert(
      fc.property(sourceRows, sourceRows, (a, b) => {
        const [both, alone] = [openWorkspaceFile(":memory:"), openWorkspaceFile(":memory:")];
        const ids = { A: addSource(both, "A", ...a).id, B: addSource(both, "B", ...b).id };
        remove(both, ids[removed as "A" | "B"]);
        if (removed === "A") addSource(alone, "B", ...b);
        else addSource(alone, "A", ...a);
        const [left, right] = [readWhole(both, searches), readWhole(alone, searches)];
        both.close();
        alone.close();
        expect(left).toEqual(right);
      }),
      { numRuns: 150, seed: 20261125 },
    );
  });
});

const key = fc.constantFrom("1001", "2002", "3003");
const party = fc.oneof(key, fc.record({ key, name: fc.constantFrom("张三", "李四", "王五") }), fc.constant(null));
const time = fc.integer({ min: 0, max: 6 }).map((n) => noon + n * minute);
const telling: fc.Arbitrary<Telling> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        from: party,
        to: party,
        at: time,
        amountFen: fc.constantFrom(100, 200),
        reference: fc.constantFrom("", "", "R1", "R2"),
        precision: fc.constantFrom(0, 1, 2),
        state: fc.constantFrom(0, 0, 1),
        memo: fc.constantFrom("", "货款"),
      })
      .map(aTransfer),
  },
  fc.record({ at: time, seconds: fc.constantFrom(60, 61, 90) }).map(aCall),
  fc.record({ at: time }).map(aStay),
  fc.record({ at: time, address: fc.constantFrom("10.0.0.1", "10.0.0.2") }).map(aLogin),
  fc.record({ name: fc.constantFrom("张三", "何某芳"), key: fc.constantFrom("P1", "P2") }).map(aPerson),
  fc
    .record({
      number: fc.constantFrom("A1", "A2"),
      brief: fc.constantFrom("", "刷单返利", "冒充客服"),
      suspect: fc.constantFrom("P1", "P2"),
      account: key,
    })
    .map(aCase),
  fc.constant(aReject()),
);
const sourceRows = fc.array(fc.array(telling, { maxLength: 6 }), { minLength: 1, maxLength: 3 });
const searches = ["1001", "张三", "zhangsan", "lisi", "刷单", "货款", "P1", "A1", "何某芳", "hmf"];
