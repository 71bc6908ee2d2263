// Steps of the history as they are kept: references and numbers; what facts say of them is read anew when the chart is opened again.
import type { ChartDocument } from "./document.ts";
import type { ChartElements } from "./elements.ts";
import { knownLinks, knownNodes, shownNode } from "./graphModel.ts";
import type { History, Step } from "./history.ts";
import { isCarried } from "./marks.ts";
import type { Operation } from "./operations.ts";
import type { StoredOperation, StoredStep } from "./stepSchema.ts";

function packOperation(operation: Operation): StoredOperation {
  if (operation.type === "add") {
    const { nodes, positions, links, pinned, disabled } = operation;
    return {
      type: "add",
      refs: nodes.map((node) => node.ref),
      places: [...positions],
      ids: links.map((link) => link.id),
      carried: links.filter(isCarried),
      pinned: [...pinned],
      disabled: [...disabled],
    };
  }
  if (operation.type === "remove") return { type: "remove", refs: [...operation.nodes], ids: [...operation.links] };
  if (operation.type === "move") return { type: "move", refs: [...operation.refs], places: [...operation.positions] };
  return operation as StoredOperation;
}

export const packStep = ({ name, forward, backward }: Step): StoredStep => ({
  name,
  forward: forward.map(packOperation),
  backward: backward.map(packOperation),
});

/** Everything that steps name: facts of these are read before they are unpacked. */
export function namedInSteps(steps: readonly StoredStep[]): { readonly refs: readonly string[]; readonly links: readonly string[] } {
  const adds = steps.flatMap(({ forward, backward }) => [...forward, ...backward]).filter((one) => one.type === "add");
  return { refs: [...new Set(adds.flatMap((add) => add.refs))], links: [...new Set(adds.flatMap((add) => add.ids))] };
}

type Known = Pick<ChartDocument, "carried" | "drafts">;

/** Drafts and carried links that only steps know, because they were taken off the chart. */
function knownOf(document: Known, steps: readonly StoredStep[]): Known {
  const all = steps.flatMap(({ forward, backward }) => [...forward, ...backward]);
  const drafts = all.flatMap((one) => (one.type === "put" && one.part === "drafts" && one.value !== null ? [one.value] : []));
  return {
    carried: [...all.flatMap((one) => (one.type === "add" ? one.carried : [])), ...document.carried],
    drafts: [...drafts, ...document.drafts],
  };
}

/** The history with its facts; links that no fact states any more are left out of their steps. */
export function unpackHistory(document: Known, steps: readonly StoredStep[], done: number, elements: ChartElements): History {
  const known = knownOf(document, steps);
  const nodes = knownNodes(known, elements.nodes);
  const links = knownLinks(known, elements.links);
  const unpackOperation = (stored: StoredOperation): Operation => {
    if (stored.type === "add") {
      return {
        type: "add",
        nodes: stored.refs.map((ref) => shownNode(nodes, ref)),
        positions: Float64Array.from(stored.places),
        links: stored.ids.flatMap((id) => links.get(id) ?? []),
        pinned: stored.pinned,
        disabled: stored.disabled,
      };
    }
    if (stored.type === "remove") return { type: "remove", nodes: stored.refs, links: stored.ids };
    if (stored.type === "move") return { type: "move", refs: stored.refs, positions: Float64Array.from(stored.places) };
    return stored;
  };
  const unpack = ({ name, forward, backward }: StoredStep): Step => ({
    name,
    forward: forward.map(unpackOperation),
    backward: backward.map(unpackOperation),
  });
  return { done: steps.slice(0, done).map(unpack), undone: steps.slice(done).map(unpack).reverse() };
}
