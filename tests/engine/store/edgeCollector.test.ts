// Edges collected in columns say the same as a plain map does, in key order, also after the columns have grown many times.
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Connection } from "../../../electron/engine/store/sqlite/database.ts";
import { openWorkspaceFile } from "../../../electron/engine/store/sqlite/open.ts";
import { sql } from "../../../electron/engine/store/sqlite/sql.ts";
import type { EdgeDelta } from "../../../electron/engine/store/sqlite/tables/edge.ts";
import { EdgeCollector } from "../../../electron/engine/store/sqlite/tables/edgeCollector.ts";
import { seededRandom } from "../../../shared/random.ts";
import { freshFolder } from "../folder.ts";

const at = freshFolder();
let db: Connection;

beforeEach(() => {
  db = openWorkspaceFile(at("a.caseweave"));
});
afterEach(() => db.close());

type Step = readonly [from: number, to: number, kind: string, sum: number, at: number | null];
type Row = Omit<EdgeDelta, "directed" | "sourceId">;

function addUp(steps: readonly Step[]): Row[] {
  const rows = new Map<string, { -readonly [Field in keyof Row]: Row[Field] }>();
  for (const [from, to, kind, sum, time] of steps) {
    const key = `${from} ${to} ${kind}`;
    const row = rows.get(key) ?? { from, to, kind, count: 0, sum: 0, firstAt: null, lastAt: null };
    row.count += 1;
    row.sum += sum;
    const times = [row.firstAt, row.lastAt, time].filter((one) => one !== null);
    if (times.length > 0) [row.firstAt, row.lastAt] = [Math.min(...times), Math.max(...times)];
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => a.from - b.from || a.to - b.to || (a.kind < b.kind ? -1 : 1));
}

function write(collector: EdgeCollector): void {
  db.write((writable) => {
    for (const step of collector.takeSteps()) step(writable);
  });
}

const collect = (collector: EdgeCollector, steps: readonly Step[]) => {
  for (const [from, to, kind, sum, time] of steps) collector.add(from, to, kind, true, sum, time);
};

const written = (sourceId: number) =>
  db.all<Row>(sql`SELECT from_id AS "from", to_id AS "to", kind, count, sum, first_at AS firstAt, last_at AS lastAt FROM edge
    WHERE source_id = ${sourceId} ORDER BY from_id, to_id, kind`);

const end = fc.integer({ min: 1, max: 12 });
const step = fc.tuple(
  end,
  end,
  fc.constantFrom("transfer", "call", "owns"),
  fc.integer({ min: 0, max: 1e12 }),
  fc.option(fc.integer({ min: -5, max: 5 })),
);

it("adds up like a plain map, in one part or in several", () => {
  let source = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), fc.nat({ max: 80 }), (steps, cut) => {
      const collector = new EdgeCollector(++source);
      collect(collector, steps.slice(0, cut));
      write(collector);
      collect(collector, steps.slice(cut));
      write(collector);
      expect(written(source)).toEqual(addUp(steps));
    }),
  );
});

it("keeps all of many edges, whose numbers are as large as they get", () => {
  const random = seededRandom(7);
  const number = () => 2 ** 31 - 1 - Math.floor(random() * 200);
  const steps = Array.from({ length: 30_000 }, (_, i): Step => [number(), number(), i % 3 ? "transfer" : "call", i, i % 5 ? i : null]);
  const collector = new EdgeCollector(1);
  collect(collector, steps);
  write(collector);
  expect(written(1)).toEqual(addUp(steps));
  expect(collector.isFull).toBe(false);
});
