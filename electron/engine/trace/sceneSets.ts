// Who was near the scenes of a series: one list a case, of everybody seen within a distance of its place around its time.
import { CaseweaveError } from "../../../shared/errors.ts";
import { entityRef } from "../../../shared/model/entity.ts";
import { metresBetween } from "../../../shared/model/metres.ts";
import { parseIsoTime } from "../../../shared/model/time.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { listSeenAt } from "../store/sqlite/tables/entitySets.ts";
import { listPlacedCases } from "../store/sqlite/tables/mapFacts.ts";
import { listCasesOfSeries } from "../store/sqlite/tables/moneyLedger.ts";
import { listPlaceCoordinates } from "../store/sqlite/tables/sightings.ts";
import { readEntityRef } from "./listSightings.ts";

export interface NamedSet {
  readonly name: string;
  readonly entities: readonly string[];
}

const usual = { minutes: 120, metres: 500 };
const minute = 60_000;
const day = 86_400_000;

/** `S-36` or `S-36@MINUTES/METRES`. A case that does not tell when it happened, or a place with coordinates makes no list. */
export function listScenes(db: ReadableDb, text: string): NamedSet[] {
  const { series, minutes, metres } = parseScenes(text);
  const numbers = listCasesOfSeries(db, series);
  if (numbers.length === 0) throw new CaseweaveError("series-unknown", { series });
  const coordinates = listPlaceCoordinates(db);
  const at = new Map(coordinates.map((one) => [one.place, one]));
  return numbers.flatMap((number) => {
    const ref = entityRef("case", number);
    const [scene] = listPlacedCases(db, [readEntityRef(db, ref).id]);
    const here = scene && at.get(scene.place);
    const time = parseIsoTime(scene?.toldKind === "occurred" ? scene.told : "", scene?.utcOffset);
    if (!scene || !here || !time) return [];
    const near = coordinates.filter((other) => metresBetween(here, other) <= metres).map(({ place }) => place);
    // A day without a clock is the whole day.
    const until = time.hasClock ? time.at : time.at + day;
    return [{ name: ref, entities: listSeenAt(db, near, time.at - minutes * minute, until + minutes * minute) }];
  });
}

function parseScenes(text: string): { readonly series: string; readonly minutes: number; readonly metres: number } {
  const [series = "", window] = text.split("@");
  if (window === undefined) return { series, ...usual };
  const [minutes, metres] = window.split("/").map(Number);
  if (!(minutes! >= 0) || !(metres! >= 0))
    throw new CaseweaveError("bad-request", {
      problems: [{ field: `scenes:${text}`, problem: "form", expected: "scenes:SERIES@MINUTES/METRES" }],
    });
  return { series, minutes: minutes!, metres: metres! };
}
