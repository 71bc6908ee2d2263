// Rules of a mapping as chips that say what they do; with a way out where the mapping can still be changed.
import type { Mapping } from "../../../shared/import/mapping.ts";
import { listRules, type MappingRule } from "../../../shared/import/mappingRules.ts";
import { targetWord } from "../../i18n/importWords.ts";
import { useWords } from "../../i18n/index.ts";
import { IconButton } from "../../parts/index.ts";
import { ruleForms, testKeys } from "./ruleForms.ts";

export function RuleChip({ rule, onRemove }: { readonly rule: MappingRule; readonly onRemove?: () => void }) {
  const t = useWords();
  const { values } = rule;
  const shown = {
    ...values,
    column: values.column === "" ? t("import.rule.allColumns") : values.column,
    from: (values.from ?? "").split("\n").join(" + "),
    target: targetWord(t, values.target ?? ""),
    is: t(testKeys[values.is ?? "equal"] ?? "import.rule.isEqual"),
  };
  const text = t(ruleForms[rule.kind].chip, shown);
  return (
    <span className={onRemove ? "cw-rule-chip" : "cw-rule-chip cw-rule-fixed"} title={text}>
      <span>{text}</span>
      {onRemove && <IconButton icon="cross" label={t("import.rule.remove", { rule: text })} onClick={onRemove} />}
    </span>
  );
}

export function RuleList({ mapping }: { readonly mapping: Mapping }) {
  const rules = listRules(mapping);
  if (rules.length === 0) return null;
  return (
    <div className="cw-rules cw-rules-fixed">
      {rules.map((rule) => (
        <RuleChip key={rule.id} rule={rule} />
      ))}
    </div>
  );
}
