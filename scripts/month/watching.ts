// What the unit of the play watches: of every kind something, chosen from the demo by how much is told of it.
import { openWorkspaceFile } from "../../electron/engine/store/sqlite/open.ts";
import { rawSql } from "../../electron/engine/store/sqlite/sql.ts";
import { accountRefs } from "../../electron/engine/store/sqlite/tables/purse.ts";
import type { Input } from "../../shared/rpc/contract.ts";
import type { Desk } from "./desk.ts";

type Subject = Input<"review.addWatch">["subject"];

const busiest = (table: string, end: string, most: number): string =>
  `SELECT e.kind || ':' || e.key AS ref FROM ${table} t JOIN entity e ON e.id = t.${end} WHERE e.key NOT LIKE '#%' GROUP BY e.id ORDER BY count(*) DESC, e.key LIMIT ${most}`;

/** Read from a workspace that holds everything, so that also what comes later is watched. */
const refsFrom = [
  busiest("transfer", "to_id", 8),
  busiest("stay", "person_id", 12),
  busiest("call", "from_id", 5),
  busiest("capture", "device_id", 5),
  busiest("login", "address_id", 5),
  "SELECT DISTINCT e.kind || ':' || e.key AS ref FROM link l JOIN entity e ON e.id = l.to_id WHERE l.kind = 'card-of' ORDER BY 1 LIMIT 12",
];
const placesFrom = `SELECT CAST(x.value AS REAL) AS longitude, CAST(y.value AS REAL) AS latitude FROM attribute x JOIN attribute y ON y.entity_id = x.entity_id
  AND y.name = 'place.latitude' WHERE x.name = 'place.longitude' GROUP BY x.entity_id ORDER BY x.entity_id`;

function subjectsIn(wholePath: string): readonly Subject[] {
  const db = openWorkspaceFile(wholePath, { readOnly: true });
  try {
    // A card and the account behind it are watched once.
    const refs = new Map(
      refsFrom.flatMap((text) => db.all<{ ref: string }>(rawSql(text)).map(({ ref }) => [accountRefs(db, ref)[0], ref])),
    );
    const places = db.all<{ longitude: number; latitude: number }>(rawSql(placesFrom)).filter((_, i) => i % 80 === 0);
    return [
      { kind: "words", words: "刷单" },
      ...[...refs.values()].map((entity): Subject => ({ kind: "entity", entity })),
      ...places.map((place): Subject => ({ kind: "place", ...place, metres: 800 })),
      { kind: "rule", rule: "fan-in", values: {} },
      { kind: "rule", rule: "fan-in", values: { payers: 2, hours: 72 } },
      { kind: "rule", rule: "fast-out", values: { yuan: 1000, percent: 50, minutes: 1440 } },
      { kind: "rule", rule: "near-scene", values: {} },
    ];
  } finally {
    db.close();
  }
}

/** Sets the watches on what the whole demo holds, and one on each series that the desk knows. */
export async function watchAll({ ask }: Desk, wholePath: string): Promise<number> {
  const { series } = await ask("group.listSeries", {});
  const subjects = [...subjectsIn(wholePath), ...series.map((one): Subject => ({ kind: "series", series: one.series, minBits: 4 }))];
  for (const subject of subjects) await ask("review.addWatch", { subject, reason: "涉案核查" });
  return subjects.length;
}
