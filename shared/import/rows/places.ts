// Places of a row: known by address, name, code or coordinates.
import type { FactSink } from "../factSink.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";
import { type AttributeSpec, compileAttributes } from "./attributes.ts";
import { compileCoordinate } from "./values.ts";

const details: readonly AttributeSpec[] = [
  ["place.longitude", "longitude"],
  ["place.latitude", "latitude"],
  ["place.x", "longitude"],
  ["place.y", "latitude"],
  ["place.address", "text"],
  ["place.name", "text"],
  ["place.type", "text"],
  ["place.district", "text"],
];

export interface PlaceReader {
  /** -1 where the row names no place. */
  readonly write: (cells: Cells, row: number, sink: FactSink) => number;
}

/** Address as key: without blanks, full-width signs made plain. */
export const placeKey = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

export function compilePlace(plan: RowPlan): PlaceReader {
  const [address, name, code] = [plan.text("place.address"), plan.text("place.name"), compileTowerCode(plan)];
  const [x, y] = [firstOf(plan, "place.longitude", "place.x"), firstOf(plan, "place.latitude", "place.y")];
  const isPlanar = plan.format.planar === true || (plan.has("place.x") && plan.format.planar !== false && !plan.has("place.longitude"));
  const writeDetails = compileAttributes(plan, details, true);
  const datum = plan.format.datum ?? "";
  return {
    write(cells, row, sink) {
      const [east, north] = [x(cells), y(cells)];
      const hasPoint = Boolean(east) && Boolean(north);
      const words = address(cells) || name(cells);
      const key = code(cells) || placeKey(words) || (hasPoint ? `${east},${north}` : "");
      if (key === "") return -1;
      const place = sink.entity("place", key, words, row);
      writeDetails(cells, place, row, sink);
      if (hasPoint && isPlanar) sink.repeatedAttribute(place, "place.planar", "true", row);
      if (hasPoint && datum !== "") sink.repeatedAttribute(place, "place.datum", datum, row);
      return place;
    },
  };
}

function firstOf(plan: RowPlan, degrees: string, plane: string): (cells: Cells) => string | null {
  return compileCoordinate(plan, plan.has(degrees) ? degrees : plane);
}

/** A tower: its code as written, or location area and cell. */
export function compileTowerCode(plan: RowPlan): (cells: Cells) => string {
  const [code, lac, cell] = [plan.text("place.code"), plan.text("place.lac"), plan.text("place.cell")];
  return (cells) => {
    const whole = code(cells);
    if (whole !== "") return whole;
    const [area, tower] = [lac(cells), cell(cells)];
    return area === "" && tower === "" ? "" : area === "" ? tower : tower === "" ? "" : `${area}-${tower}`;
  };
}
