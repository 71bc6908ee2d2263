// How the chart is drawn, and groups: each change is one step, nothing of it moves an entity.
import type { Arrangement, Group, LookSet } from "../../shared/chart/document.ts";
import type { Operation } from "../../shared/chart/operations.ts";
import { selectedIds, step, useChart } from "./chart.ts";
import { useSelection } from "./selection.ts";

const model = () => useChart.getState().chart.model;

export function arrange(part: Partial<Arrangement>): void {
  step({ code: "arrange", n: 1 }, [{ type: "arrange", arrangement: { ...model().arrangement, ...part } }]);
}

export function changeLooks(looks: LookSet | null): void {
  step({ code: "looks", n: 1 }, [{ type: "arrange", arrangement: { ...model().arrangement, looks } }]);
}

/** The selection and what it touches stay bright; again, or with nothing selected, everything is. */
export function toggleFocus(): void {
  const chosen = useSelection.getState().entities.filter((ref) => model().nodes.has(ref));
  arrange({ focus: model().arrangement.focus.length > 0 ? [] : chosen });
}

const putGroup = (group: Group): Operation => ({ type: "put", part: "groups", id: group.id, value: group });

/** The first number that no group has yet: ids stay short and the same on every machine. */
export function nextId(prefix: string, taken: { has(id: string): boolean }): string {
  let number = 1;
  while (taken.has(`${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}

/** The selected entities as one group, collapsed at once; an entity leaves the group it was in. */
export function groupSelected(label: string): void {
  const chosen = selectedIds().filter((id) => model().nodes.has(id));
  if (chosen.length < 2) return;
  const left = [...model().groups.values()].flatMap((group): Operation[] => {
    const entities = group.entities.filter((ref) => !chosen.includes(ref));
    if (entities.length === group.entities.length) return [];
    return [entities.length === 0 ? { type: "put", part: "groups", id: group.id, value: null } : putGroup({ ...group, entities })];
  });
  const id = nextId("g", model().groups);
  step({ code: "group", n: chosen.length }, [...left, putGroup({ id, label, entities: [...chosen], isCollapsed: true })]);
}

export function toggleGroup(group: Group): void {
  step({ code: group.isCollapsed ? "unfold" : "collapse", n: 1 }, [putGroup({ ...group, isCollapsed: !group.isCollapsed })]);
}

export function renameGroup(group: Group, label: string): void {
  if (label !== "" && label !== group.label) step({ code: "group", n: group.entities.length }, [putGroup({ ...group, label })]);
}

export function dissolveGroup(group: Group): void {
  step({ code: "ungroup", n: group.entities.length }, [{ type: "put", part: "groups", id: group.id, value: null }]);
}
