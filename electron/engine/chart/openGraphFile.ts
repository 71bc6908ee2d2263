// An imported graph file as a chart again: its entities where they stood, its grades, what was switched off. What it does not tell is left to the layout.
import type { ChartMarks } from "../../../shared/chart/calls.ts";
import type { Grade } from "../../../shared/chart/document.ts";
import type { ChartElements } from "../../../shared/chart/elements.ts";
import { CaseweaveError } from "../../../shared/errors.ts";
import type { ReadContext } from "../handler.ts";
import { listEntitiesOfSource, listLinksOfSource, listValuesOfSource } from "../store/sqlite/tables/graphSource.ts";
import { readSource } from "../store/sqlite/tables/source.ts";

/** More than a chart takes; a larger graph is for tracing and ranking. */
const mostEntities = 20_000;
const names = ["x", "y", "viz.x", "viz.y", "disabled", "grade 1", "grade 2", "grade 3"];
type Values = ReadonlyMap<string, string>;

function valuesById(rows: readonly { readonly id: string; readonly name: string; readonly value: string }[]): ReadonlyMap<string, Values> {
  const all = new Map<string, Map<string, string>>();
  for (const { id, name, value } of rows) {
    const own = all.get(id) ?? new Map<string, string>();
    if (!own.has(name)) own.set(name, value);
    all.set(id, own);
  }
  return all;
}

/** The y axis of GEXF points up, that of all others down. */
function placeOf(values: Values, isUp: boolean): { readonly x: number; readonly y: number } | null {
  const [x, y] = [values.get("x") ?? values.get("viz.x"), values.get("y") ?? values.get("viz.y")];
  if (x === undefined || y === undefined) return null;
  const place = { x: Number(x), y: (isUp && !values.has("y") ? -1 : 1) * Number(y) + 0 };
  return Number.isFinite(place.x) && Number.isFinite(place.y) ? place : null;
}

const sources = ["A", "B", "C", "D", "E"] as const;

function gradeOf(id: string, values: Values): Grade | null {
  const source = sources.find((letter) => letter === values.get("grade 1"));
  const [information, handling] = [Number(values.get("grade 2")), Number(values.get("grade 3") ?? Number.NaN)];
  if (source === undefined || !(information >= 1 && information <= 5)) return null;
  const isFive = handling >= 1 && handling <= 5;
  return { id, scheme: isFive ? "5x5x5" : "4x4", source, information, handling: isFive ? handling : null };
}

const isOff = (values: Values): boolean => values.get("disabled") === "true";

export async function openGraphFile({ db, graph }: ReadContext, id: string): Promise<ChartElements & { title: string; marks: ChartMarks }> {
  const source = /^\d+$/.test(id) ? readSource(db, Number(id)) : undefined;
  if (source === undefined) throw new CaseweaveError("source-unknown", { source: id });
  const refs = listEntitiesOfSource(db, source.id, mostEntities).map(({ kind, key }) => `${kind}:${key}`);
  const links = listLinksOfSource(db, source.id);
  const shown = new Set(links.map(({ kind, from, to }) => `${kind}|${from}|${to}`));
  const elements = {
    nodes: await graph.readNodes(refs),
    links: (await graph.readLinksAmong(refs)).filter((link) => shown.has(link.id)),
  };
  const ofNodes = valuesById(
    listValuesOfSource(db, source.id, names).map(({ kind, key, name, value }) => ({ id: `${kind}:${key}`, name, value })),
  );
  const ofLinks = valuesById(
    links.flatMap(({ kind, from, to, attributes }) =>
      (JSON.parse(attributes || "[]") as [string, string][]).map(([name, value]) => ({ id: `${kind}|${from}|${to}`, name, value })),
    ),
  );
  const all = [...ofNodes, ...ofLinks];
  const marks = {
    places: [...ofNodes].flatMap(([ref, values]) => {
      const place = placeOf(values, source.name.toLowerCase().endsWith(".gexf"));
      return place === null ? [] : { ref, ...place };
    }),
    grades: all.flatMap(([item, values]) => gradeOf(item, values) ?? []),
    disabled: all.filter(([, values]) => isOff(values)).map(([item]) => item),
  };
  return { ...elements, title: source.name, marks };
}
