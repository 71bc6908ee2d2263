// Style sheet by theme and zoom level, and the state classes of each element: muted, disabled, fresh, pinned, ghost, unconfirmed.
import type { Core, SingularElementReturnValue, StylesheetJson } from "cytoscape";
import { useEffect, useMemo } from "react";
import type { ChartLink } from "../../../../shared/chart/elements.ts";
import type { ChartModel, ShownNode } from "../../../../shared/chart/graphModel.ts";
import { straightLinksAbove, styleRules } from "../../../../shared/chart/styleRules.ts";
import { useChart } from "../../../state/chart.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { isInWindow, type TimeWindow, useSelection } from "../../../state/selection.ts";
import { tokensOf } from "../../../styles/tokens.ts";
import { chartThemeOf, iconAddressOf } from "../chartTheme.ts";

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
  const isStraight = model.links.size > straightLinksAbove;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count of links matters only where it changes how they are drawn
  useEffect(() => {
    const rules = styleRules({ theme, level, links: model.links.size, iconAddress: iconAddressOf(theme) });
    cy.style(rules as unknown as StylesheetJson);
  }, [cy, theme, level, isStraight]);
  useEffect(() => {
    cy.batch(() => applyClasses(cy, model, timeWindow, fresh, found));
  }, [cy, model, timeWindow, fresh, found]);
  return null;
}

/** Classes that other controllers own stay as they are. */
const owned = ["muted", "disabled", "pinned", "fresh", "found", "ghost", "unconfirmed"];

function applyClasses(cy: Core, model: ChartModel, timeWindow: TimeWindow, fresh: ReadonlySet<string>, found: ReadonlySet<string>): void {
  const mutedRefs = new Set([...model.nodes.values()].filter((node) => isMutedNode(model, timeWindow, node)).map((node) => node.ref));
  const { disabled, pinned } = model;
  cy.elements().forEach((element) => {
    const id = element.id();
    const node = model.nodes.get(id);
    const link = model.links.get(id);
    if (node !== undefined)
      setClasses(element, {
        muted: mutedRefs.has(id),
        disabled: disabled.has(id),
        pinned: pinned.has(id),
        fresh: fresh.has(id),
        found: found.has(id),
        ghost: node.ghost,
      });
    else if (link !== undefined)
      setClasses(element, {
        muted: isMutedLink(timeWindow, link, mutedRefs),
        disabled: [id, link.from, link.to].some((one) => disabled.has(one)),
        unconfirmed: !link.confirmed,
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
