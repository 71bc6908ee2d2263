// A day, or a day with its clock, written the same in every browser and language: typed in, or taken from the browser's calendar.
import { useId, useLayoutEffect, useRef, useState } from "react";
import { useWords } from "../i18n/index.ts";
import { IconButton } from "./Button.tsx";
import { printMoment, readMoment } from "./readMoment.ts";
import { isInFull, type MomentRule, problemOf } from "./typedMoment.ts";

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

interface Draft {
  readonly text: string;
  /** What the value was when it was typed: with another one from elsewhere the text is past. */
  readonly of: string;
  readonly isLeft: boolean;
}

function useDraft(value: string, onChange: (value: string) => void, rule: MomentRule) {
  const t = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const typed = draft?.of === value ? draft : null;
  const problem = typed === null ? "" : problemOf(t, typed.text, rule);
  const isEmpty = (text: string) => text.trim() === "" && rule.isRequired;
  /** The value that the text gives; the old one where it gives none. */
  const take = (text: string): string => {
    if (problemOf(t, text, rule) !== "" || isEmpty(text)) return value;
    const read = text.trim() === "" ? "" : readMoment(text, rule.hasClock)!;
    if (read !== value) onChange(read);
    return read;
  };
  const type = (text: string) => {
    field.current?.setCustomValidity(problemOf(t, text, rule));
    const isDone = text === "" || isInFull(text, rule.hasClock);
    setDraft({ text, of: isDone ? take(text) : value, isLeft: false });
  };
  const settle = () => {
    if (typed === null) return;
    if (problem !== "") setDraft({ ...typed, isLeft: true });
    else {
      take(typed.text);
      setDraft(null);
    }
  };
  // A form that is sent while the text cannot be read is stopped by the browser, which shows the sentence.
  useLayoutEffect(() => field.current?.setCustomValidity(problem), [problem]);
  const isShown = typed !== null && (typed.isLeft || isInFull(typed.text, rule.hasClock));
  return {
    field,
    text: typed?.text ?? printMoment(value),
    wrong: isShown ? problem : "",
    type,
    take,
    settle,
    forget: () => setDraft(null),
  };
}

export function DateField({ value, onChange, hasClock = false, label, id, min, max, isRequired = false }: DateFieldProps) {
  const t = useWords();
  const calendar = useRef<HTMLInputElement>(null);
  const wrongId = useId();
  const { field, text, wrong, type, take, settle, forget } = useDraft(value, onChange, { hasClock, isRequired, min, max });
  return (
    <span className="cw-date-field">
      <span className="cw-date" data-clock={hasClock}>
        <input
          ref={field}
          className="cw-date-text"
          type="text"
          autoComplete="off"
          id={id}
          aria-label={label}
          aria-invalid={wrong !== ""}
          aria-describedby={wrong === "" ? undefined : wrongId}
          placeholder={t(hasClock ? "frame.date.clock" : "frame.date.day")}
          value={text}
          onChange={(event) => type(event.target.value)}
          onBlur={settle}
          onInvalid={settle}
          onKeyDown={(event) => event.key === "Enter" && settle()}
        />
        <input
          ref={calendar}
          className="cw-date-native"
          type={hasClock ? "datetime-local" : "date"}
          form=""
          tabIndex={-1}
          aria-hidden="true"
          value={value}
          min={min}
          max={max}
          onChange={(event) => {
            take(event.target.value);
            forget();
          }}
        />
        <IconButton icon="calendar" label={t("frame.date.calendar")} onClick={() => calendar.current?.showPicker()} />
      </span>
      {wrong !== "" && (
        <span id={wrongId} className="cw-date-wrong" role="alert">
          {wrong}
        </span>
      )}
    </span>
  );
}
