// Any split of a ledger into files of overlapping periods, imported in any order, gives the same events and sums (seeded, 12 draws).
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { createEngine } from "../../../electron/engine/engine.ts";
import type { Mapping } from "../../../shared/import/mapping.ts";
import { seededRandom } from "../../../shared/random.ts";

const folder = mkdtempSync(join(tmpdir(), "caseweave-overlap-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Row {
  readonly time: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly reference: string;
}

const headings = ["time", "from", "to", "amount", "reference"] as const;
const mapping: Mapping = {
  name: "ledger",
  rowKind: "transfer",
  format: { encoding: "utf-8", delimiter: ",", headerRow: 1 },
  columns: { time: "time", from: "from.account", to: "to.account", amount: "amount", reference: "reference" },
  constants: { currency: "CNY" },
};

/** In time order; equal payments of one second stand in it too. Every other ledger has serial numbers. */
function randomLedger(random: () => number, hasReferences: boolean): Row[] {
  const pick = (count: number) => Math.floor(random() * count);
  const rows: Omit<Row, "reference">[] = Array.from({ length: 40 }, () => {
    const from = pick(6);
    const minute = pick(3 * 24 * 60);
    const time = new Date(Date.UTC(2026, 4, 1) + minute * 60_000).toISOString().slice(0, 19).replace("T", " ");
    return { time, from: `62220000000${from}`, to: `62220000000${(from + 1 + pick(5)) % 6}`, amount: `${100 + pick(4) * 50}.00` };
  });
  const twice = rows.filter(() => random() < 0.15);
  return [...rows, ...twice]
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
    .map((row, i) => ({ ...row, reference: hasReferences ? `R${i}` : "" }));
}

/** Periods that overlap, cut between two moments so that one moment is never torn apart. */
function splitInPeriods(rows: readonly Row[], random: () => number): Row[][] {
  const moments = [...new Set(rows.map(({ time }) => time))];
  const cuts = [
    0,
    ...Array.from({ length: 2 + Math.floor(random() * 3) }, () => Math.floor(random() * moments.length)),
    moments.length,
  ].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, i) => {
    const start = Math.max(0, cuts[i]! - Math.floor(random() * 8));
    const period = new Set(moments.slice(start, Math.min(moments.length, end + Math.floor(random() * 8))));
    const part = rows.filter(({ time }) => period.has(time));
    return part.length > 0 ? [part] : [];
  });
}

async function importParts(name: string, parts: readonly (readonly Row[])[]) {
  const engine = await createEngine({ workspacePath: join(folder, `${name}.caseweave`) });
  const context = { signal: new AbortController().signal, report: () => undefined };
  for (const [i, rows] of parts.entries()) {
    const file = join(folder, `${name}-${i}.csv`);
    writeFileSync(
      file,
      [headings, ...rows.map((row) => headings.map((heading) => row[heading]))].map((cells) => cells.join(",")).join("\n"),
    );
    await engine.dispatch("import.storeFiles", { paths: [file], mapping }, context);
  }
  const ask = async (sql: string) => ((await engine.dispatch("workspace.queryViews", { sql }, context)) as { rows: unknown[] }).rows;
  const events = await ask(`SELECT t.at, a.key AS payer, b.key AS payee, t.amount_fen, t.reference FROM v_transfer t
    JOIN v_entity a ON a.id = t.from_id JOIN v_entity b ON b.id = t.to_id ORDER BY 1, 2, 3, 4, 5`);
  await engine.close();
  return events;
}

it("overlapping periods collapse, in whatever order the files come", { timeout: 240_000 }, async () => {
  for (let draw = 1; draw <= 12; draw++) {
    const random = seededRandom(draw);
    const rows = randomLedger(random, draw % 2 === 0);
    const parts = splitInPeriods(rows, random);
    const order = parts
      .map((part) => ({ part, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ part }) => part);
    const whole = await importParts(`whole-${draw}`, [rows]);
    expect(whole.length, `draw ${draw}`).toBe(rows.length);
    expect(await importParts(`parts-${draw}`, order), `draw ${draw}, ${parts.length} files`).toEqual(whole);
  }
});
