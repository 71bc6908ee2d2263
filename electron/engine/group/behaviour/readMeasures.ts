// What entities of a kind do, in numbers: columns that a source tells of them, their place in the graph, and for phones how they call.
import { degrees, weightedDegrees } from "../../../../shared/graph/degree.ts";
import type { NamedMeasure } from "../../../../shared/group/suspicion/additiveModel.ts";
import type { ProjectedGraph } from "../../store/projectGraph.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listBilledNumbers } from "../../store/sqlite/tables/callRecords.ts";
import { iterateValues } from "../../store/sqlite/tables/knownSuspects.ts";
import { measureCalls } from "./measureCalls.ts";
import { isVerdictName } from "./readKnown.ts";

/** A column is a measure when it tells most of those it speaks of something in numbers, and not two or three codes. */
const leastNumeric = 0.9;
const leastDistinct = 5;

export function readMeasures(db: ReadableDb, kind: string, { graph, nodeOfId }: ProjectedGraph): NamedMeasure[] {
  const place = [
    { name: "degree", values: Float64Array.from(degrees(graph)) },
    { name: "weighted-degree", values: Float64Array.from(weightedDegrees(graph)) },
  ];
  const columns = readColumns(db, kind, nodeOfId);
  const billed = kind === "phone" ? listBilledNumbers(db) : [];
  if (billed.length === 0) return [...columns, ...place];
  return [...columns, ...place.map((measure) => onlyOf(measure, billed, nodeOfId)), ...measureCalls(db, billed, nodeOfId)];
}

/** A number whose bill nobody asked for has few contacts here for no fault of its own: its degree is unknown. */
function onlyOf({ name, values }: NamedMeasure, ids: readonly number[], nodeOfId: ReadonlyMap<number, number>): NamedMeasure {
  const kept = new Float64Array(values.length).fill(Number.NaN);
  for (const node of ids.map((id) => nodeOfId.get(id))) if (node !== undefined) kept[node] = values[node]!;
  return { name, values: kept };
}

class Column {
  readonly name: string;
  readonly values: Float64Array;
  private numbers = 0;
  private others = 0;

  constructor(name: string, size: number) {
    this.name = name;
    this.values = new Float64Array(size).fill(Number.NaN);
  }

  add(node: number, text: string): void {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (Number.isNaN(value)) this.others += 1;
    else this.numbers += 1;
    this.values[node] = value;
  }

  get isMeasure(): boolean {
    return this.numbers >= leastNumeric * (this.numbers + this.others) && new Set(this.values).size > leastDistinct;
  }
}

function readColumns(db: ReadableDb, kind: string, nodeOfId: ReadonlyMap<number, number>): NamedMeasure[] {
  const columns: Column[] = [];
  for (const { id, name, value } of iterateValues(db, kind)) {
    if (isVerdictName(name)) continue;
    if (columns.at(-1)?.name !== name) columns.push(new Column(name, nodeOfId.size));
    columns.at(-1)!.add(nodeOfId.get(id)!, value);
  }
  return columns.filter(({ isMeasure }) => isMeasure);
}
