// A day, or a day with its clock, written the same in every browser and language: typed in, or taken from the browser's calendar.
import { useRef, useState } from "react";
import { useWords } from "../i18n/index.ts";
import { IconButton } from "./Button.tsx";
import { printMoment, readMoment } from "./readMoment.ts";

interface DateFieldProps {
  /** `2026-11-22`, with a clock `2026-11-22T09:30`; "" for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hasClock?: boolean;
  /** Where no label stands around it. */
  readonly label?: string;
  /** Where a label beside it names it. */
  readonly id?: string;
  readonly min?: string;
  readonly max?: string;
  readonly isRequired?: boolean;
}

/** As long as a day, or a day with its clock, in full: what is typed that far counts at once, anything shorter when the field is left. */
const isInFull = (text: string, hasClock: boolean): boolean => text.trim().length >= (hasClock ? 16 : 10);

export function DateField({ value, onChange, hasClock = false, label, id, min, max, isRequired = false }: DateFieldProps) {
  const t = useWords();
  const calendar = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const take = (text: string): boolean => {
    const read = text.trim() === "" ? "" : readMoment(text, hasClock);
    if (read === null || (read === "" && isRequired)) return false;
    if (read !== value) onChange(read);
    return true;
  };
  const type = (text: string) => {
    setDraft(text);
    if (text === "" || isInFull(text, hasClock)) take(text);
  };
  const settle = () => draft !== null && (take(draft) || isRequired) && setDraft(null);
  return (
    <span className="cw-date" data-clock={hasClock}>
      <input
        className="cw-date-text"
        type="text"
        autoComplete="off"
        id={id}
        aria-label={label}
        aria-invalid={draft !== null && isInFull(draft, hasClock) && readMoment(draft, hasClock) === null}
        placeholder={t(hasClock ? "frame.date.clock" : "frame.date.day")}
        value={draft ?? printMoment(value)}
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === "Enter" && settle()}
      />
      <input
        ref={calendar}
        className="cw-date-native"
        type={hasClock ? "datetime-local" : "date"}
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        min={min}
        max={max}
        onChange={(event) => take(event.target.value)}
      />
      <IconButton icon="calendar" label={t("frame.date.calendar")} onClick={() => calendar.current?.showPicker()} />
    </span>
  );
}
