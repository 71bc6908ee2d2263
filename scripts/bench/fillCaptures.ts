// A workspace with any number of captures: devices passing places at random, and planted pairs that pass ten places together.
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { RowInserter } from "../../electron/engine/store/sqlite/rowInserter.ts";
import { rawSql } from "../../electron/engine/store/sqlite/sql.ts";
import { insertLoadingSource, markSourceReady } from "../../electron/engine/store/sqlite/tables/source.ts";
import { seededRandom } from "../../shared/random.ts";

const placesInAll = 5_000;
const days = 30;
const begin = Date.parse("2026-06-01T00:00:00+08:00");
const rowsAtOnce = 50_000;
const timesTogether = 10;
const minute = 60_000;

const mapping = { name: "bench", rowKind: "capture" as const, columns: {} };
const start = {
  ordinal: 0,
  name: "captures.csv",
  path: "captures.csv",
  entry: null,
  sheet: null,
  size: 1,
  sha256: "bench",
  encoding: "utf-8",
  headerRow: 1,
  headings: [],
  layout: "bench",
  confidence: 1,
  doubts: [],
  mapping,
};

export interface PlantedPair {
  readonly a: string;
  readonly b: string;
}

const plateOf = (device: number) => `云A${String(device).padStart(6, "0")}`;

/** `captures` rows over `devices` vehicles, `pairs` of which travel together. */
export function fillCaptures(path: string, captures: number, devices: number, pairs: number): readonly PlantedPair[] {
  const db = openWorkspaceFile(path);
  const random = seededRandom(5);
  const pick = (count: number) => Math.floor(random() * count);
  const source = db.write((writable) => insertLoadingSource(writable, start, "bench", begin, null));
  // The rows are written as one long load would: without the indexes, which are built at the end.
  db.write((writable) => {
    writable.run(rawSql("DROP INDEX capture_device"));
    writable.run(rawSql("DROP INDEX capture_place"));
    const entities = new RowInserter(writable, "entity (id, kind, key, label, source_id, row)", 6);
    for (let i = 1; i <= devices; i++) entities.add(i, "vehicle", plateOf(i), plateOf(i), source, 1);
    for (let i = 1; i <= placesInAll; i++) entities.add(devices + i, "place", `卡口${i}`, `卡口${i}`, source, 1);
    entities.flush();
  });
  const planted = Array.from({ length: pairs }, (_, i) => ({ a: 2 * i + 1, b: 2 * i + 2 }));
  const together = planted.flatMap(({ a, b }) =>
    Array.from({ length: timesTogether }, () => ({ a, b, place: devices + 1 + pick(placesInAll), at: begin + pick(days * 1440) * minute })),
  );
  for (let from = 0; from < captures; from += rowsAtOnce) {
    db.write((writable) => {
      const rows = new RowInserter(writable, "capture (at, device_id, place_id, source_id, row)", 5);
      for (let row = from + 1; row <= Math.min(captures, from + rowsAtOnce); row++) {
        const common = together[Math.floor((row - 1) / 2)];
        if (common) rows.add(common.at + (row % 2) * minute, row % 2 === 1 ? common.a : common.b, common.place, source, row);
        else rows.add(begin + pick(days * 86_400) * 1000, 1 + pick(devices), devices + 1 + pick(placesInAll), source, row);
      }
      rows.flush();
    });
  }
  db.write((writable) => {
    writable.run(rawSql("CREATE INDEX capture_device ON capture (device_id, at)"));
    writable.run(rawSql("CREATE INDEX capture_place ON capture (place_id, at)"));
    const counts = { read: captures, stored: captures, rejected: 0, skipped: 0, twins: 0, totals: "[]", facts: "{}", doubts: "[]" };
    markSourceReady(writable, source, counts);
  });
  db.close();
  return planted.map(({ a, b }) => ({ a: `vehicle:${plateOf(a)}`, b: `vehicle:${plateOf(b)}` }));
}
