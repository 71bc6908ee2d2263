// Hypotheses drawn by hand, and grades of items: each with who and when, each a step.
import type { Draft, Grade } from "../../shared/chart/document.ts";
import { draftMark } from "../../shared/chart/marks.ts";
import { type Operation, packPositions } from "../../shared/chart/operations.ts";
import { placeNew } from "../../shared/chart/placeNew.ts";
import { step, useChart } from "./chart.ts";
import { nextId } from "./chartArrange.ts";
import { selectEntities } from "./selection.ts";
import { useWorkspace } from "./workspace.ts";

const model = () => useChart.getState().chart.model;

const signed = (): Pick<Draft, "author" | "at"> => ({
  author: useWorkspace.getState().info?.user ?? "",
  at: new Date().toISOString(),
});

function draftLink(id: string, from: string, to: string, kind: string): NonNullable<Draft["link"]> {
  return { id, from, to, kind, directed: false, count: 1, sum: null, firstAt: null, lastAt: null, confirmed: false };
}

/** A link that somebody suspects; it is dashed until facts say it. */
export function drawLink(from: string, to: string, kind: string, ground: string): void {
  const id = nextId(draftMark, model().drafts);
  const link = draftLink(id, from, to, kind);
  step({ code: "draft", n: 1 }, [
    { type: "put", part: "drafts", id, value: { id, node: null, link, ground, ...signed() } },
    { type: "add", nodes: [], positions: new Float64Array(0), links: [link], pinned: [], disabled: [] },
  ]);
  selectEntities([]);
  useChart.setState({ selectedLinks: [id] });
}

/** An entity that somebody suspects, on free ground beside the one it is drawn from. */
export function drawEntity(kind: string, label: string, ground: string, from: string | null): void {
  const { nodes, positions, drafts } = model();
  const key = nextId(`${kind}:${draftMark}`, { has: (ref) => nodes.has(ref) || drafts.has(ref) });
  const node = { ref: key, kind, subtype: "", label, note: "", firstAt: null, lastAt: null };
  const anchor = (from === null ? undefined : positions.get(from)) ?? { x: 0, y: 0 };
  const places = placeNew({ placed: positions, fresh: [key], neighbours: new Map(from === null ? [] : [[key, [from]]]), anchor });
  const sign = signed();
  const linkId = nextId(draftMark, drafts);
  const link = from === null ? null : draftLink(linkId, from, key, "related");
  const puts: Operation[] = [{ type: "put", part: "drafts", id: key, value: { id: key, node, link: null, ground, ...sign } }];
  if (link !== null) puts.push({ type: "put", part: "drafts", id: linkId, value: { id: linkId, node: null, link, ground, ...sign } });
  step({ code: "draft", n: 1 }, [
    ...puts,
    {
      ...{ type: "add" as const, nodes: [{ ...node, ghost: false }], positions: packPositions(places) },
      ...{ links: link === null ? [] : [link], pinned: [], disabled: [] },
    },
  ]);
  selectEntities([key]);
}

export function gradeItem(id: string, grade: Omit<Grade, "id"> | null): void {
  step({ code: "grade", n: 1 }, [{ type: "put", part: "grades", id, value: grade === null ? null : { id, ...grade } }]);
}
