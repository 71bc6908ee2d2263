// What each kind of watch asks for; a form tells its subject once it is whole, and null while it is not.
import { type ComponentType, useEffect, useState } from "react";
import type { WatchKind } from "../../../../shared/model/alert.ts";
import { ruleNames, watchRules } from "../../../../shared/review/watch/rules/index.ts";
import type { Input } from "../../../../shared/rpc/contract.ts";
import { useWords } from "../../../i18n/index.ts";
import { kindKeys, wordOf } from "../../../i18n/vocabulary.ts";
import { useCall } from "../../../state/useCall.ts";
import { type ChosenPlace, PlaceField } from "../../PlaceField.tsx";

type Subject = Input<"review.addWatch">["subject"];

interface SubjectProps {
  readonly text: string;
  readonly onSubject: (subject: Subject | null) => void;
}

export type SubjectForm = ComponentType<SubjectProps>;

interface InputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextInput({ label, value, onChange }: InputProps) {
  return (
    <label className="cw-watch-field">
      <span>{label}</span>
      <input className="cw-input" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

const isNumber = (text: string): boolean => text.trim() !== "" && Number.isFinite(Number(text));

/** Tells the subject whenever what was typed changes. */
function useSubject(subject: Subject | null, onSubject: SubjectProps["onSubject"]): void {
  const told = JSON.stringify(subject);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `told` stands for the subject
  useEffect(() => onSubject(subject), [told]);
}

/** What the engine makes of a typed text, as far as it can be told beforehand. */
function Found({ text }: { readonly text: string }) {
  const t = useWords();
  const words = text.trim();
  const { data } = useCall("import.identifyText", words === "" ? null : { text: words });
  const found = (data ?? []).filter(({ valid, entityKind }) => valid && entityKind !== null);
  if (words === "" || data === null) return null;
  if (found.length !== 1) return <p className="cw-watch-hint">{t("watch.form.unclear")}</p>;
  const { entityKind, text: label, known } = found[0]!;
  return (
    <p className="cw-watch-hint cw-tone-plus">
      {t("watch.form.found", { label: known?.label ?? label, kind: wordOf(t, kindKeys, entityKind!) })}
    </p>
  );
}

const EntityForm: SubjectForm = ({ text: given, onSubject }) => {
  const t = useWords();
  const [text, setText] = useState(given);
  useSubject(text.trim() === "" ? null : { kind: "text", text: text.trim() }, onSubject);
  return (
    <>
      <TextInput label={t("watch.form.entity")} value={text} onChange={setText} />
      <Found text={text} />
    </>
  );
};

const PlaceForm: SubjectForm = ({ onSubject }) => {
  const t = useWords();
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const [form, setForm] = useState({ longitude: "", latitude: "", metres: "500" });
  const numbers = { longitude: Number(form.longitude), latitude: Number(form.latitude), metres: Number(form.metres) };
  const near = place === null || !isNumber(form.metres) ? null : ({ kind: "near", place: place.ref, metres: numbers.metres } as const);
  useSubject(near ?? (Object.values(form).every(isNumber) ? { kind: "place", ...numbers } : null), onSubject);
  const names = place === null ? (["longitude", "latitude", "metres"] as const) : (["metres"] as const);
  return (
    <>
      <div className="cw-watch-field">
        <span>{t("watch.form.place")}</span>
        <PlaceField label={t("watch.form.placeName")} place={place} onChange={setPlace} />
      </div>
      {names.map((name) => (
        <TextInput
          key={name}
          label={t(`watch.form.${name}`)}
          value={form[name]}
          onChange={(value) => setForm((old) => ({ ...old, [name]: value }))}
        />
      ))}
    </>
  );
};

const SeriesForm: SubjectForm = ({ onSubject }) => {
  const t = useWords();
  const [form, setForm] = useState({ series: "", bits: "4" });
  const isWhole = form.series.trim() !== "" && isNumber(form.bits);
  useSubject(isWhole ? { kind: "series", series: form.series.trim(), minBits: Number(form.bits) } : null, onSubject);
  return (["series", "bits"] as const).map((name) => (
    <TextInput
      key={name}
      label={t(`watch.form.${name}`)}
      value={form[name]}
      onChange={(value) => setForm((old) => ({ ...old, [name]: value }))}
    />
  ));
};

const WordsForm: SubjectForm = ({ onSubject }) => {
  const t = useWords();
  const [words, setWords] = useState("");
  useSubject(words.trim().length < 2 ? null : { kind: "words", words: words.trim() }, onSubject);
  return <TextInput label={t("watch.form.words")} value={words} onChange={setWords} />;
};

const RuleForm: SubjectForm = ({ onSubject }) => {
  const t = useWords();
  const [rule, setRule] = useState(ruleNames[0]);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const numbers = watchRules[rule].numbers.map(({ name, usual }) => ({ name, text: typed[name] ?? String(usual) }));
  const values = Object.fromEntries(numbers.map(({ name, text }) => [name, Number(text)]));
  useSubject(numbers.every(({ text }) => isNumber(text)) ? { kind: "rule", rule, values } : null, onSubject);
  return (
    <>
      <label className="cw-watch-field">
        <span>{t("watch.form.rule")}</span>
        <select className="cw-input" value={rule} onChange={(event) => setRule(event.target.value as typeof rule)}>
          {ruleNames.map((name) => (
            <option key={name} value={name}>
              {t(`watch.rule.${name}`)}
            </option>
          ))}
        </select>
      </label>
      {numbers.map(({ name, text }) => (
        <TextInput
          key={name}
          label={t(`watch.number.${name}`)}
          value={text}
          onChange={(value) => setTyped((old) => ({ ...old, [name]: value }))}
        />
      ))}
    </>
  );
};

export const subjectForms: Readonly<Record<WatchKind, SubjectForm>> = {
  entity: EntityForm,
  place: PlaceForm,
  series: SeriesForm,
  words: WordsForm,
  rule: RuleForm,
};
