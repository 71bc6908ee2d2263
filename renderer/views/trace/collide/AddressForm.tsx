// A list of who lives, works, owns or was seen at a standard address: the address itself, the building or the unit that it is in; ever, or in a window.
import { useRef, useState } from "react";
import type { StandardName } from "../../../../shared/resolve/addressCalls.ts";
import { levelKeys } from "../../../i18n/addressWords.ts";
import { useWords } from "../../../i18n/index.ts";
import { DateField, showWrong } from "../../../parts/index.ts";
import { useCall } from "../../../state/useCall.ts";
import "../../placeLists.css";
import type { SetName } from "./setNames.ts";

const widths = ["building", "unit", "address"] as const;
type Width = (typeof widths)[number];

const widthKeys = {
  building: "trace.collide.address.building",
  unit: "trace.collide.address.unit",
  address: "trace.collide.address.address",
} as const satisfies Readonly<Record<Width, string>>;

const mostOffered = 8;

function Offers({ words, choose }: { readonly words: string; readonly choose: (standard: StandardName) => void }) {
  const t = useWords();
  const { data } = useCall("resolve.searchAddresses", words === "" ? null : { words, limit: mostOffered }, ["facts"]);
  if (words === "" || data === null) return null;
  if (data.length === 0) return <p className="cw-quiet cw-small">{t("trace.collide.address.none")}</p>;
  return (
    <ul className="cw-bare-list">
      {data.map((standard) => (
        <li key={standard.place}>
          <button type="button" className="cw-row-button" onClick={() => choose(standard)}>
            <span>
              {standard.label} <span className="cw-second cw-small">{t(levelKeys[standard.level])}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function AddressForm({ onAdd }: { readonly onAdd: (set: SetName) => void }) {
  const t = useWords();
  const [words, setWords] = useState("");
  const [form, setForm] = useState({ width: "building" as Width, from: "", until: "" });
  const { width, from, until } = form;
  const box = useRef<HTMLDivElement>(null);
  const isWhole = (from === "") === (until === "") && from <= until;
  const choose = ({ place, label }: StandardName) => {
    if (!isWhole || showWrong(box.current)) return;
    const window = from === "" ? "" : `@${from}/${until}T23:59:59`;
    const period = from === "" ? "" : ` ${from} – ${until}`;
    onAdd({ ref: `${width}:${place}${window}`, kind: "address", name: `${t(widthKeys[width], { label })}${period}`, count: null });
    setWords("");
  };
  const moment = (key: "from" | "until") => (
    <label>
      <span>{t(`trace.collide.box.${key}`)}</span>
      <DateField value={form[key]} onChange={(day) => setForm((old) => ({ ...old, [key]: day }))} />
    </label>
  );
  return (
    <div ref={box} className="cw-box-form">
      <label>
        <span>{t("trace.collide.address.width")}</span>
        <select className="cw-input" value={width} onChange={(event) => setForm((old) => ({ ...old, width: event.target.value as Width }))}>
          {widths.map((each) => (
            <option key={each} value={each}>
              {t(widthKeys[each], { label: "" })}
            </option>
          ))}
        </select>
      </label>
      {moment("from")}
      {moment("until")}
      <input
        type="search"
        className="cw-input"
        aria-label={t("trace.collide.address.find")}
        placeholder={t("trace.collide.address.find")}
        value={words}
        disabled={!isWhole}
        onChange={(event) => setWords(event.target.value)}
      />
      <Offers words={words.trim()} choose={choose} />
    </div>
  );
}
