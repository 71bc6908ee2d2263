// Which lists are laid over each other: imported sheets and series, found by a word; the chosen ones stand on top with their number.
import { useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { formatCount, IconButton, Panel, Tag } from "../../../parts/index.ts";
import { useCall } from "../../../state/useCall.ts";

export interface SetName {
  /** `source:3`, `series:S-1`, `scenes:S-1`. */
  readonly ref: string;
  readonly kind: "source" | "series" | "scenes";
  readonly name: string;
  readonly count: number;
}

export function useSetNames(): readonly SetName[] {
  const t = useWords();
  const sources = useCall("import.listSources", {}, ["facts"]).data ?? [];
  const series = useCall("group.listSeries", {}, ["group"]).data?.series ?? [];
  return [
    ...series.map(
      (one): SetName => ({ ref: `series:${one.series}`, kind: "series", name: `${one.series} ${one.title}`, count: one.cases.length }),
    ),
    ...series.map(
      (one): SetName => ({
        ref: `scenes:${one.series}`,
        kind: "scenes",
        name: t("trace.collide.scenes", { series: one.series }),
        count: one.cases.length,
      }),
    ),
    ...sources.map(
      (one): SetName => ({
        ref: `source:${one.id}`,
        kind: "source",
        name: one.sheet === null ? one.name : `${one.name} · ${one.sheet}`,
        count: one.rows.stored,
      }),
    ),
  ];
}

interface SetChooserProps {
  readonly names: readonly SetName[];
  readonly chosen: readonly string[];
  readonly onChange: (sets: readonly string[]) => void;
}

const countKeys = { source: "trace.collide.rows", series: "trace.collide.cases", scenes: "trace.collide.cases" } as const;
const mostListed = 200;

export function SetChooser({ names, chosen, onChange }: SetChooserProps) {
  const t = useWords();
  const [words, setWords] = useState("");
  const found = names.filter(({ ref, name }) => !chosen.includes(ref) && name.toLowerCase().includes(words.toLowerCase()));
  return (
    <Panel className="cw-set-chooser" title={t("trace.collide.lists")} note={t("trace.collide.chosen", { count: chosen.length })}>
      <ol className="cw-sets">
        {chosen.map((ref, i) => (
          <li key={ref}>
            <Tag tone="accent">{t("trace.collide.list", { n: i + 1 })}</Tag>
            <span className="cw-label">{names.find((one) => one.ref === ref)?.name ?? ref}</span>
            <IconButton icon="trash" label={t("trace.collide.takeOut")} onClick={() => onChange(chosen.filter((other) => other !== ref))} />
          </li>
        ))}
      </ol>
      <div className="cw-set-search">
        <input
          className="cw-input"
          value={words}
          placeholder={t("trace.collide.search")}
          aria-label={t("trace.collide.search")}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <ul className="cw-sets cw-sets-all">
        {found.slice(0, mostListed).map(({ ref, kind, name, count }) => (
          <li key={ref}>
            <button type="button" className="cw-entity" onClick={() => onChange([...chosen, ref])}>
              <span className="cw-label">{name}</span>
            </button>
            <span className="cw-quiet cw-small">{t(countKeys[kind], { count: formatCount(count) })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
