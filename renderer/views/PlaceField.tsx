// Chooses a place of the workspace by its name.
import { useState } from "react";
import { entityName } from "../i18n/entityNames.ts";
import { useWords } from "../i18n/index.ts";
import { IconButton, KindGlyph } from "../parts/index.ts";
import { useCall } from "../state/useCall.ts";
import "./placeField.css";

export interface ChosenPlace {
  readonly ref: string;
  readonly label: string;
}

interface PlaceFieldProps {
  readonly label: string;
  readonly place: ChosenPlace | null;
  readonly onChange: (place: ChosenPlace | null) => void;
}

const mostOffered = 6;

function Offers({ words, onChange }: { readonly words: string; readonly onChange: PlaceFieldProps["onChange"] }) {
  const t = useWords();
  const { data } = useCall("workspace.searchEntities", words === "" ? null : { words, kind: "place", limit: mostOffered });
  if (words === "" || data === null) return null;
  if (data.hits.length === 0) return <p className="cw-quiet cw-small">{t("frame.place.none")}</p>;
  return (
    <ul className="cw-place-offers">
      {data.hits.map((hit) => (
        <li key={hit.entity}>
          <button
            type="button"
            className="cw-entity"
            onClick={() => onChange({ ref: hit.entity, label: entityName(hit.entity, hit.label) })}
          >
            <KindGlyph kind="place" size={15} /> <span className="cw-label">{entityName(hit.entity, hit.label)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function PlaceField({ label, place, onChange }: PlaceFieldProps) {
  const t = useWords();
  const [words, setWords] = useState("");
  if (place !== null)
    return (
      <span className="cw-place-chosen">
        <KindGlyph kind="place" size={15} />
        <span className="cw-label">{place.label}</span>
        <IconButton icon="cross" label={t("frame.place.other")} onClick={() => onChange(null)} />
      </span>
    );
  return (
    <div className="cw-place-field">
      <input className="cw-input" aria-label={label} placeholder={label} value={words} onChange={(event) => setWords(event.target.value)} />
      <Offers words={words.trim()} onChange={onChange} />
    </div>
  );
}
