// A box of place and time: who was seen there, or that near to it, in the window.
import { useState } from "react";
import { useWords } from "../../../i18n/index.ts";
import { Button, DateField, showWrong } from "../../../parts/index.ts";
import { type ChosenPlace, PlaceField } from "../../PlaceField.tsx";
import type { SetName } from "./setNames.ts";

const distances = [0, 200, 500, 1_000, 3_000] as const;

const clock = (moment: string): string => moment.replace("T", " ");

export function BoxForm({ onAdd }: { readonly onAdd: (set: SetName) => void }) {
  const t = useWords();
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const [form, setForm] = useState({ metres: 500, from: "", until: "" });
  const { metres, from, until } = form;
  const isWhole = place !== null && from !== "" && until !== "" && from <= until;
  const add = () => {
    if (place === null) return;
    const near = metres === 0 ? "" : t("trace.collide.boxNear", { metres });
    const name = t("trace.collide.boxName", { place: place.label, near, from: clock(from), until: clock(until) });
    onAdd({ ref: `${place.ref}${metres === 0 ? "" : `~${metres}`}@${from}/${until}`, kind: "place", name, count: null });
    setPlace(null);
  };
  const moment = (key: "from" | "until") => (
    <label>
      <span>{t(`trace.collide.box.${key}`)}</span>
      <DateField hasClock value={form[key]} onChange={(moment) => setForm((old) => ({ ...old, [key]: moment }))} />
    </label>
  );
  return (
    <div className="cw-box-form">
      <PlaceField label={t("trace.collide.box.place")} place={place} onChange={setPlace} />
      <label>
        <span>{t("trace.collide.box.metres")}</span>
        <select
          className="cw-input"
          value={metres}
          onChange={(event) => setForm((old) => ({ ...old, metres: Number(event.target.value) }))}
        >
          {distances.map((each) => (
            <option key={each} value={each}>
              {each === 0 ? t("trace.collide.box.here") : t("trace.collide.boxNear", { metres: each })}
            </option>
          ))}
        </select>
      </label>
      {moment("from")}
      {moment("until")}
      <Button small icon="plus" disabled={!isWhole} onClick={(event) => !showWrong(event.currentTarget.parentElement) && add()}>
        {t("trace.collide.box.add")}
      </Button>
    </div>
  );
}
