// A workspace with any number of captures: devices passing places at random, and planted pairs that pass ten places together.
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { seededRandom } from "../../shared/random.ts";
import { beginSource, finishSource, writeEntities, writeRows } from "./filledSource.ts";

const placesInAll = 5_000;
const days = 30;
const begin = Date.parse("2026-06-01T00:00:00+08:00");
const timesTogether = 10;
const minute = 60_000;

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
  const source = beginSource(db, "capture");
  writeEntities(db, source, "vehicle", 1, devices, plateOf);
  writeEntities(db, source, "place", devices + 1, placesInAll, (i) => `卡口${i}`);
  const anyPlace = () => devices + 1 + pick(placesInAll);
  const planted = Array.from({ length: pairs }, (_, i) => ({ a: 2 * i + 1, b: 2 * i + 2 }));
  const together = planted.flatMap(({ a, b }) =>
    Array.from({ length: timesTogether }, () => ({ a, b, place: anyPlace(), at: begin + pick(days * 1440) * minute })),
  );
  const indexes = [
    ["capture_device", "capture (device_id, at)"],
    ["capture_place", "capture (place_id, at)"],
  ] as const;
  writeRows(db, "capture (at, device_id, place_id, source_id, row)", indexes, captures, (row) => {
    const common = together[Math.floor((row - 1) / 2)];
    if (!common) return [begin + pick(days * 86_400) * 1000, 1 + pick(devices), anyPlace(), source, row];
    const isFirst = row % 2 === 1;
    return [common.at + (isFirst ? 0 : minute), isFirst ? common.a : common.b, common.place, source, row];
  });
  finishSource(db, source, captures);
  db.close();
  return planted.map(({ a, b }) => ({ a: `vehicle:${plateOf(a)}`, b: `vehicle:${plateOf(b)}` }));
}
