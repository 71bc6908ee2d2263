// Finds on the chart: marks what matches and shows it; Enter walks through.
import { type RefObject, useState } from "react";
import type { ShownNode } from "../../../shared/chart/graphModel.ts";
import { useWords } from "../../i18n/index.ts";
import { Icon } from "../../parts/index.ts";
import { moveCamera, useChart } from "../../state/chart.ts";
import { selectEntities } from "../../state/selection.ts";

/** Nodes whose label, note or key holds the words, whatever their case. */
export function findNodes(nodes: Iterable<ShownNode>, words: string): readonly string[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return [];
  return [...nodes].filter((node) => `${node.label}\n${node.note}\n${node.ref}`.toLowerCase().includes(wanted)).map((node) => node.ref);
}

export function FindBox({ box }: { readonly box: RefObject<HTMLInputElement | null> }) {
  const t = useWords();
  const [words, setWords] = useState("");
  const [turn, setTurn] = useState(0);
  const found = useChart((state) => state.found);
  const change = (text: string) => {
    setWords(text);
    setTurn(0);
    useChart.setState(({ chart }) => ({ found: new Set(findNodes(chart.model.nodes.values(), text)) }));
  };
  const next = () => {
    const refs = [...found];
    const ref = refs[turn % refs.length];
    if (ref === undefined) return;
    selectEntities([ref]);
    setTurn(turn + 1);
    setTimeout(() => moveCamera("selection"), 30);
  };
  return (
    <label className="cw-chart-find">
      <Icon name="search" size={14} />
      <input
        ref={box}
        value={words}
        aria-label={t("chart.find.name")}
        placeholder={t("chart.find.name")}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") next();
          if (event.key === "Escape") {
            change("");
            event.currentTarget.blur();
          }
        }}
      />
      {words !== "" && <span>{t("chart.find.count", { n: found.size })}</span>}
    </label>
  );
}
