// A chart as data for other programs: what stands on it, where, with which times. In a masked file nothing but places in it tells two entities apart.
import type { Grade } from "../../chart/document.ts";
import type { ChartLink } from "../../chart/elements.ts";
import type { ChartModel } from "../../chart/graphModel.ts";
import { parseEntityRef } from "../../model/entity.ts";
import { decimalOf } from "../../model/money.ts";
import { isoTime } from "../../model/time.ts";

/** How far the source, the information and its handling are trusted, as 4×4 and 5×5×5 write it; "" where nobody graded. */
export interface ExportGrade {
  readonly source: string;
  readonly information: string;
  readonly handling: string;
}

export interface ExportNode {
  /** The key where no other entity on the chart has it, else kind and key; n1, n2 … in a masked file. */
  readonly id: string;
  readonly kind: string;
  /** The key, "" in a masked file. */
  readonly key: string;
  readonly subtype: string;
  readonly label: string;
  readonly note: string;
  readonly x: number;
  readonly y: number;
  /** ISO 8601 with offset, "" where timeless. */
  readonly firstAt: string;
  readonly lastAt: string;
  readonly isDisabled: boolean;
  readonly grade: ExportGrade;
}

export interface ExportLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly directed: boolean;
  readonly count: number;
  /** Transfers: a decimal sum; evidence: bits; else "". */
  readonly sum: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly isConfirmed: boolean;
  readonly isDisabled: boolean;
  readonly grade: ExportGrade;
}

export interface ExportGraph {
  readonly title: string;
  readonly isMasked: boolean;
  readonly nodes: readonly ExportNode[];
  readonly links: readonly ExportLink[];
}

const timeOf = (at: number | null): string => (at === null ? "" : isoTime(at));
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sumOf = (kind: string, sum: number | null): string => {
  if (sum === null) return "";
  return kind === "transfer" ? decimalOf(sum) : sum.toFixed(2);
};

/** Programs take the id of a node for its key, so that it comes back as the same entity. */
function idsOf(refs: readonly string[], isMasked: boolean): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const ref of refs) uses.set(parseEntityRef(ref).key, (uses.get(parseEntityRef(ref).key) ?? 0) + 1);
  const idOf = (ref: string, i: number): string => {
    if (isMasked) return `n${i + 1}`;
    const { key } = parseEntityRef(ref);
    return uses.get(key) === 1 ? key : ref;
  };
  return new Map(refs.map((ref, i) => [ref, idOf(ref, i)]));
}

const gradeOf = (grade: Grade | undefined): ExportGrade => ({
  source: grade?.source ?? "",
  information: String(grade?.information ?? ""),
  handling: String(grade?.handling ?? ""),
});

type Ids = ReadonlyMap<string, string>;

function exportNode(model: ChartModel, ref: string, ids: Ids, isMasked: boolean): ExportNode {
  const { kind, subtype, label, note, firstAt, lastAt } = model.nodes.get(ref)!;
  const { x, y } = model.positions.get(ref)!;
  const key = isMasked ? "" : parseEntityRef(ref).key;
  const times = { firstAt: timeOf(firstAt), lastAt: timeOf(lastAt) };
  const marks = { isDisabled: model.disabled.has(ref), grade: gradeOf(model.grades.get(ref)) };
  return { id: ids.get(ref)!, kind, key, subtype, label, note, x, y, ...times, ...marks };
}

const exportLink = (model: ChartModel, link: ChartLink, i: number, ids: Ids): ExportLink => ({
  id: `e${i + 1}`,
  from: ids.get(link.from)!,
  to: ids.get(link.to)!,
  kind: link.kind,
  directed: link.directed,
  count: link.count,
  sum: sumOf(link.kind, link.sum),
  firstAt: timeOf(link.firstAt),
  lastAt: timeOf(link.lastAt),
  isConfirmed: link.confirmed,
  isDisabled: model.disabled.has(link.id),
  grade: gradeOf(model.grades.get(link.id)),
});

export function exportGraph(model: ChartModel, title: string, isMasked: boolean): ExportGraph {
  const refs = [...model.nodes.keys()].sort(byText);
  const ids = idsOf(refs, isMasked);
  const links = [...model.links.values()].sort((a, b) => byText(a.id, b.id));
  return {
    title,
    isMasked,
    nodes: refs.map((ref) => exportNode(model, ref, ids, isMasked)),
    links: links.map((link, i) => exportLink(model, link, i, ids)),
  };
}
