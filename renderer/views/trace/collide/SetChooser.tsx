// Which lists are laid over each other: sheets, series and charts found by a word, boxes of place and time, standard addresses; the chosen ones stand on top with their number.
import { useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { formatCount, IconButton, Panel, Tag } from "../../../parts/index.ts";
import { AddressForm } from "./AddressForm.tsx";
import { BoxForm } from "./BoxForm.tsx";
import type { SetName } from "./setNames.ts";

interface SetChooserProps {
  readonly names: readonly SetName[];
  readonly chosen: readonly string[];
  readonly onChange: (sets: readonly string[]) => void;
  /** A list that was made here: it is named before it is chosen. */
  readonly onMade: (set: SetName) => void;
}

const countKeys = {
  source: "trace.collide.rows",
  series: "trace.collide.cases",
  scenes: "trace.collide.cases",
  chart: "trace.collide.entities",
  place: "trace.collide.entities",
  address: "trace.collide.entities",
} as const;
const mostListed = 200;

const SetLabel = ({ name }: { readonly name: string }) => (
  <span className="cw-label" title={name}>
    {name}
  </span>
);

export function SetChooser({ names, chosen, onChange, onMade }: SetChooserProps) {
  const t = useWords();
  const [words, setWords] = useState("");
  const found = names.filter(({ ref, name }) => !chosen.includes(ref) && name.toLowerCase().includes(words.toLowerCase()));
  return (
    <Panel className="cw-set-chooser" title={t("trace.collide.lists")} note={t("trace.collide.chosen", { count: chosen.length })}>
      <ol className="cw-sets">
        {chosen.map((ref, i) => (
          <li key={ref}>
            <Tag tone="accent">{t("trace.collide.list", { n: i + 1 })}</Tag>
            <SetLabel name={names.find((one) => one.ref === ref)?.name ?? ref} />
            <IconButton icon="trash" label={t("trace.collide.takeOut")} onClick={() => onChange(chosen.filter((other) => other !== ref))} />
          </li>
        ))}
      </ol>
      <details className="cw-set-box">
        <summary>{t("trace.collide.box.title")}</summary>
        <BoxForm onAdd={onMade} />
      </details>
      <details className="cw-set-box">
        <summary>{t("trace.collide.address.title")}</summary>
        <AddressForm onAdd={onMade} />
      </details>
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
            {count !== null && <span className="cw-quiet cw-small">{t(countKeys[kind], { count: formatCount(count) })}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
