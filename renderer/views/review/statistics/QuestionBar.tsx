// What is counted, by what, by which time, of when.
import { type Basis, bases, type Measure, measures } from "../../../../shared/review/statistics/countedCase.ts";
import { type DimensionName, dimensionNames, dimensions } from "../../../../shared/review/statistics/dimensions.ts";
import { basisKeys, measureKeys } from "../../../../shared/review/statistics/words.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, DateField } from "../../../parts/index.ts";
import { askStatistics, useStatistics } from "../../../state/statistics.ts";

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <select className="cw-input" aria-label={label} value={value} onChange={(event) => onChange(event.target.value as T)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

function Dimensions() {
  const t = useWords();
  const { row, column } = useStatistics();
  const options = dimensionNames.map((value) => ({ value, text: t(dimensions[value].name) }));
  return (
    <>
      <Choice<DimensionName>
        label={t("statistics.page.rows")}
        value={row}
        options={options}
        onChange={(next) => askStatistics({ row: next, column: next === column ? null : column })}
      />
      <span className="cw-quiet">×</span>
      <Choice<DimensionName | "">
        label={t("statistics.page.columns")}
        value={column ?? ""}
        options={[{ value: "", text: t("statistics.page.noColumns") }, ...options.filter(({ value }) => value !== row)]}
        onChange={(next) => askStatistics({ column: next === "" ? null : next })}
      />
    </>
  );
}

function Days() {
  const t = useWords();
  const { from, to } = useStatistics();
  const day = (name: "from" | "to", value: string | null | undefined, label: string) => (
    <DateField
      label={label}
      value={value ?? ""}
      onChange={(next) => askStatistics({ from: from ?? null, to: to ?? null, [name]: next === "" ? null : next })}
    />
  );
  return (
    <>
      {day("from", from, t("statistics.page.from"))}
      <span className="cw-quiet">–</span>
      {day("to", to, t("statistics.page.to"))}
      <Button small tone="text" disabled={from === null && to === null} onClick={() => askStatistics({ from: null, to: null })}>
        {t("statistics.page.always")}
      </Button>
    </>
  );
}

export function QuestionBar() {
  const t = useWords();
  const { look, measure, basis, every } = useStatistics();
  return (
    <div className="cw-statistics-bar" role="toolbar" aria-label={t("statistics.page.question")}>
      {look === "table" && <Dimensions />}
      {look === "trend" && (
        <Choice
          label={t("statistics.page.every")}
          value={every}
          options={[
            { value: "day" as const, text: t("statistics.page.everyDay") },
            { value: "week" as const, text: t("statistics.page.everyWeek") },
            { value: "month" as const, text: t("statistics.page.everyMonth") },
          ]}
          onChange={(next) => askStatistics({ every: next })}
        />
      )}
      <Choice<Measure>
        label={t("statistics.page.measure")}
        value={measure}
        options={measures.map((value) => ({ value, text: t(measureKeys[value]) }))}
        onChange={(next) => askStatistics({ measure: next })}
      />
      <Choice<Basis>
        label={t("statistics.page.basis")}
        value={basis}
        options={bases.map((value) => ({ value, text: t("statistics.page.by", { time: t(basisKeys[value]) }) }))}
        onChange={(next) => askStatistics({ basis: next })}
      />
      <span className="cw-statistics-gap" />
      <Days />
    </div>
  );
}
