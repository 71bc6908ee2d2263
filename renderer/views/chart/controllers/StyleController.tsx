// Style sheet by theme and zoom level, and the state classes of each element: muted, disabled, fresh, pinned, ghost, unconfirmed.
import type { Core, SingularElementReturnValue, StylesheetJson } from "cytoscape";
import { useEffect, useMemo } from "react";
import { type Drawn, membersOf } from "../../../../shared/chart/drawn/drawn.ts";
import type { ChartLink } from "../../../../shared/chart/elements.ts";
import type { ChartModel, ShownNode } from "../../../../shared/chart/graphModel.ts";
import { straightLinksAbove, styleRules } from "../../../../shared/chart/styleRules.ts";
import { useChart } from "../../../state/chart.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { isInWindow, type TimeWindow, useSelection } from "../../../state/selection.ts";
import { tokensOf } from "../../../styles/tokens.ts";
import { badgeAddressOf, chartThemeOf, iconAddressOf, lookIconAddressOf } from "../chartTheme.ts";
import { useDrawn } from "../useDrawn.ts";

export const isMutedNode = (model: ChartModel, timeWindow: TimeWindow, node: ShownNode): boolean =>
  model.filter.hiddenKinds.includes(node.kind) || !isInWindow(timeWindow, node.firstAt, node.lastAt);

const isMutedLink = (timeWindow: TimeWindow, link: ChartLink, mutedRefs: ReadonlySet<string>): boolean =>
  mutedRefs.has(link.from) || mutedRefs.has(link.to) || !isInWindow(timeWindow, link.firstAt, link.lastAt);

export function StyleController({ cy }: { readonly cy: Core }) {
  const model = useChart((state) => state.chart.model);
  const fresh = useChart((state) => state.fresh);
  const found = useChart((state) => state.found);
  const level = useChart((state) => state.level);
  const timeWindow = useSelection((state) => state.timeWindow);
  const name = usePreferences((state) => state.theme);
  const theme = useMemo(() => chartThemeOf(tokensOf(name, "normal")), [name]);
  const before = useChart((state) => state.comparison?.before ?? null);
  const drawn = useDrawn();
  const badges = [...new Set([...drawn.nodes.values()].flatMap(({ records }) => (records ? String(records.length) : [])))].sort().join();
  const isStraight = model.links.size > straightLinksAbove;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count of links matters only where it changes how they are drawn
  useEffect(() => {
    const pictures = { iconAddress: iconAddressOf(theme), lookIconAddress: lookIconAddressOf(theme), badgeAddress: badgeAddressOf(theme) };
    const rules = styleRules({ theme, level, links: model.links.size, badges: badges === "" ? [] : badges.split(","), ...pictures });
    cy.style(rules as unknown as StylesheetJson);
  }, [cy, theme, level, isStraight, badges]);
  useEffect(() => {
    cy.batch(() => applyClasses(cy, drawn, { model, timeWindow, fresh, found, before }));
  }, [cy, drawn, model, timeWindow, fresh, found, before]);
  return null;
}

interface Marks {
  readonly model: ChartModel;
  readonly timeWindow: TimeWindow;
  readonly fresh: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
  /** The snapshot that the chart is held against. */
  readonly before: ChartModel | null;
}

/** Classes that other controllers own stay as they are. */
const owned = ["muted", "disabled", "pinned", "fresh", "found", "ghost", "unconfirmed", "came", "went", "draft"];

/** In focus: the chosen and their neighbours; everything while nothing is chosen. */
function focusOf({ arrangement, links }: ChartModel): { has(ref: string): boolean } {
  if (arrangement.focus.length === 0) return { has: () => true };
  const near = new Set(arrangement.focus);
  for (const { from, to } of links.values()) {
    if (arrangement.focus.includes(from)) near.add(to);
    if (arrangement.focus.includes(to)) near.add(from);
  }
  return near;
}

function applyClasses(cy: Core, drawn: Drawn, { model, timeWindow, fresh, found, before }: Marks): void {
  const focus = focusOf(model);
  const isFar = (ref: string) => membersOf(drawn.standsFor, ref).every((member) => model.nodes.has(member) && !focus.has(member));
  const muted = [...drawn.nodes.values()].filter((node) => isMutedNode(model, timeWindow, node) || isFar(node.ref));
  const mutedRefs = new Set(muted.map((node) => node.ref));
  const { disabled, pinned } = model;
  const isNew = (id: string, was: ReadonlyMap<string, unknown> | undefined, now: ReadonlyMap<string, unknown>) =>
    was !== undefined && now.has(id) && !was.has(id);
  cy.elements().forEach((element) => {
    const id = element.id();
    const node = drawn.nodes.get(id);
    const link = drawn.links.get(id);
    if (node !== undefined)
      setClasses(element, {
        muted: mutedRefs.has(id),
        disabled: membersOf(drawn.standsFor, id).every((member) => disabled.has(member)),
        pinned: pinned.has(id),
        fresh: fresh.has(id),
        found: found.has(id),
        ghost: node.ghost,
        draft: model.drafts.has(id),
        came: isNew(id, before?.nodes, model.nodes),
        went: isNew(id, before === null ? undefined : model.nodes, before?.nodes ?? new Map()),
      });
    else if (link !== undefined)
      setClasses(element, {
        muted: isMutedLink(timeWindow, link, mutedRefs),
        disabled: [link.from, link.to].some((one) => disabled.has(one)) || membersOf(drawn.standsFor, id).every((one) => disabled.has(one)),
        unconfirmed: !link.confirmed,
        came: isNew(id, before?.links, model.links),
        went: isNew(id, before === null ? undefined : model.links, before?.links ?? new Map()),
      });
  });
}

/** Touches only what differs: every touch costs a look at all rules. */
function setClasses(element: SingularElementReturnValue, states: Readonly<Record<string, boolean>>): void {
  for (const name of owned) {
    const isOn = states[name] === true;
    if (element.hasClass(name) !== isOn) element.toggleClass(name, isOn);
  }
}
