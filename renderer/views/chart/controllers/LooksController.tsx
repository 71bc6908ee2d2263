// Puts the looks that rules give onto the canvas, as data of the elements; what has none any more loses it.
import type { Core, EdgeSingular, NodeSingular } from "cytoscape";
import { useEffect, useMemo } from "react";
import { shapeOf } from "../../../../shared/chart/kindShapes.ts";
import type { Look } from "../../../../shared/chart/looks/applyLooks.ts";
import { drawnLooks } from "../../../../shared/chart/looks/drawnLooks.ts";
import { useWords } from "../../../i18n/index.ts";
import { useChart } from "../../../state/chart.ts";
import { usePreferences } from "../../../state/preferences.ts";
import { tokensOf } from "../../../styles/tokens.ts";
import { chartThemeOf } from "../chartTheme.ts";
import { valueText } from "../lookWords.ts";
import { useDrawn } from "../useDrawn.ts";
import { useLabelContext } from "../useLabelContext.ts";
import { useLooks } from "../useLooks.ts";

const fields = ["lookColour", "lookWidth", "lookHeight", "lookLabel", "lookIcon"] as const;
type LookData = Partial<Record<(typeof fields)[number], string | number>>;

function putData(element: NodeSingular | EdgeSingular, data: LookData): void {
  const gone = fields.filter((field) => data[field] === undefined && element.data(field) !== undefined);
  if (gone.length > 0) element.removeData(gone.join(" "));
  if (Object.entries(data).some(([field, value]) => element.data(field) !== value)) element.data(data);
}

export function LooksController({ cy }: { readonly cy: Core }) {
  const t = useWords();
  const drawn = useDrawn();
  const own = useLooks();
  const looks = useMemo(() => drawnLooks(own, drawn), [own, drawn]);
  const context = useLabelContext();
  const rules = useChart((state) => state.chart.model.arrangement.looks?.rules);
  const name = usePreferences((state) => state.theme);
  const scale = useMemo(() => chartThemeOf(tokensOf(name, "normal")).nodeScale, [name]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new elements and new words want their looks again
  useEffect(() => {
    const labelRule = rules?.findLast(({ trait }) => trait === "label");
    const nodeData = (element: NodeSingular, look: Look | undefined): LookData => {
      const { width, height } = shapeOf(element.data("kind"));
      const text = labelRule === undefined || look?.value === undefined ? "" : valueText(t, labelRule, look.value);
      return {
        ...(look?.colour === undefined ? {} : { lookColour: look.colour }),
        ...(look?.size === undefined ? {} : { lookWidth: width * look.size * scale, lookHeight: height * look.size * scale }),
        ...(look?.icon === undefined || element.data("kind") === "group" ? {} : { lookIcon: look.icon }),
        ...(text === "" ? {} : { lookLabel: `${element.data("first")}\n${text}` }),
      };
    };
    cy.batch(() => {
      cy.nodes().forEach((node) => void putData(node, nodeData(node, looks.nodes.get(node.id()))));
      cy.edges().forEach((edge) => {
        const look = looks.links.get(edge.id());
        putData(edge, {
          ...(look?.colour === undefined ? {} : { lookColour: look.colour }),
          ...(look?.width === undefined ? {} : { lookWidth: look.width }),
        });
      });
    });
  }, [cy, t, drawn, looks, rules, scale, context]);
  return null;
}
