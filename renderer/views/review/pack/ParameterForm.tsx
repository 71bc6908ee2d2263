// The parameters of a pack, each a field of its kind with its range and what it means. What stands in the fields is text until it is run.
import type { PackParameter, ParameterValue } from "../../../../shared/review/pack/pack.ts";
import { DateField, formatCount } from "../../../parts/index.ts";
import { usePackWords } from "../../../state/packs.ts";

export type Typed = Readonly<Record<string, string>>;

export const textOfValue = (value: ParameterValue): string =>
  value === null ? "" : typeof value === "object" ? value.join(", ") : String(value);

/** The value of what was typed; a number that is none stays text, and the engine says what it should be. */
export function valueOfText({ kind }: PackParameter, text: string): ParameterValue {
  const typed = text.trim();
  if (kind === "number") return typed === "" || Number.isNaN(Number(typed)) ? typed : Number(typed);
  if (kind === "day") return typed === "" ? null : typed;
  if (kind === "entities") return typed.split(/[,，、;；\s]+/).filter((one) => one !== "");
  return typed;
}

interface FieldProps {
  readonly parameter: PackParameter;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Input({ parameter, value, onChange }: FieldProps) {
  const common = { className: "cw-input", id: `pack-${parameter.name}`, value } as const;
  if (parameter.kind === "choice")
    return (
      <select {...common} onChange={(event) => onChange(event.target.value)}>
        {parameter.of.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    );
  if (parameter.kind === "day") return <DateField id={common.id} value={value} onChange={onChange} />;
  return (
    <input
      {...common}
      type="text"
      inputMode={parameter.kind === "number" ? "decimal" : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Whole numbers in groups of three, others as they are. */
const rangeEnd = (value: number): string => (Number.isInteger(value) ? formatCount(value) : String(value));

function Field(props: FieldProps) {
  const say = usePackWords();
  const { parameter } = props;
  const range = parameter.kind === "number" ? `${rangeEnd(parameter.min)} – ${rangeEnd(parameter.max)}` : "";
  const hint = [range, parameter.about ? say(parameter.about) : ""].filter(Boolean).join(" · ");
  return (
    <div className="cw-pack-field" title={hint}>
      <label htmlFor={`pack-${parameter.name}`}>{say(parameter.label)}</label>
      <Input {...props} />
      <span className="cw-quiet">{hint}</span>
    </div>
  );
}

interface FormProps {
  readonly parameters: readonly PackParameter[];
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

export function ParameterForm({ parameters, typed, onChange }: FormProps) {
  return (
    <div className="cw-pack-form">
      {parameters.map((parameter) => (
        <Field
          key={parameter.name}
          parameter={parameter}
          value={typed[parameter.name] ?? textOfValue(parameter.default)}
          onChange={(value) => onChange({ ...typed, [parameter.name]: value })}
        />
      ))}
    </div>
  );
}
