// Rules of the mapping beside its targets: what is combined, split, set, left out, translated and filled down; each can be added and taken out.
import { Select } from "antd";
import { useState } from "react";
import { addRule, listRules, type RuleKind, removeRule, ruleKinds } from "../../../shared/import/mappingRules.ts";
import { findRowKind } from "../../../shared/import/targets/index.ts";
import { targetWord } from "../../i18n/importWords.ts";
import { useWords } from "../../i18n/index.ts";
import { Button } from "../../parts/index.ts";
import { changeMapping, type ImportSheet } from "../../state/importing.ts";
import { RuleChip } from "./RuleList.tsx";
import { type RuleField, ruleForms, testKeys } from "./ruleForms.ts";

interface FieldProps {
  readonly sheet: ImportSheet;
  readonly field: RuleField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function RuleInput({ sheet, field, value, onChange }: FieldProps) {
  const t = useWords();
  const label = t(field.label);
  if (field.kind === "text")
    return (
      <input
        className="cw-field cw-rule-text"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  const { preview } = sheet;
  const options = {
    column: preview.columns.map(({ heading }) => ({ value: heading, label: heading })),
    columns: preview.columns.map(({ heading }) => ({ value: heading, label: heading })),
    target: findRowKind(preview.mapping.rowKind).targets.map(({ name }) => ({ value: name, label: targetWord(t, name) })),
    test: Object.entries(testKeys).map(([code, key]) => ({ value: code, label: t(key) })),
  }[field.kind];
  const shared = {
    size: "small" as const,
    "aria-label": label,
    placeholder: label,
    options,
    popupMatchSelectWidth: false,
    showSearch: true,
    className: "cw-rule-select",
  };
  if (field.kind === "columns")
    return (
      <Select<string[]>
        {...shared}
        mode="multiple"
        value={value === "" ? [] : value.split("\n")}
        onChange={(list) => onChange(list.join("\n"))}
      />
    );
  return <Select<string> {...shared} {...(value !== "" && { value })} onChange={onChange} />;
}

function RuleForm({ sheet, kind, onDone }: { readonly sheet: ImportSheet; readonly kind: RuleKind; readonly onDone: () => void }) {
  const t = useWords();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const { fields } = ruleForms[kind];
  const isComplete = fields.every(({ name, isOptional }) => isOptional || (values[name] ?? "") !== "");
  const add = () => {
    void changeMapping(sheet, addRule(sheet.preview.mapping, kind, values));
    onDone();
  };
  return (
    <span className="cw-rule-form">
      {fields.map((field) => (
        <RuleInput
          key={field.name}
          sheet={sheet}
          field={field}
          value={values[field.name] ?? ""}
          onChange={(value) => setValues((old) => ({ ...old, [field.name]: value }))}
        />
      ))}
      <Button small tone="primary" disabled={!isComplete} onClick={add}>
        {t("import.rule.add")}
      </Button>
      <Button small onClick={onDone}>
        {t("import.rule.cancel")}
      </Button>
    </span>
  );
}

export function RulesBar({ sheet }: { readonly sheet: ImportSheet }) {
  const t = useWords();
  const [adding, setAdding] = useState<RuleKind | null>(null);
  if (sheet.state !== "waiting" && sheet.state !== "failed") return null;
  return (
    <div className="cw-rules">
      {listRules(sheet.preview.mapping).map((rule) => (
        <RuleChip key={rule.id} rule={rule} onRemove={() => void changeMapping(sheet, removeRule(sheet.preview.mapping, rule))} />
      ))}
      <Select<RuleKind>
        size="small"
        aria-label={t("import.rule.choose")}
        placeholder={t("import.rule.choose")}
        value={adding}
        onChange={setAdding}
        popupMatchSelectWidth={false}
        options={ruleKinds.map((kind) => ({ value: kind, label: t(ruleForms[kind].title) }))}
      />
      {adding !== null && <RuleForm key={adding} sheet={sheet} kind={adding} onDone={() => setAdding(null)} />}
    </div>
  );
}
