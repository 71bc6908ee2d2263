// What is asked about sightings: a few numbers, each one of a few choices.
import { useWords } from "../../../i18n/index.ts";

export interface Choice {
  /** Keys of its word, and of the word of a value (`count`). */
  readonly word: string;
  readonly unit: string;
  readonly values: readonly number[];
}

interface MeetOptionsProps<Question extends Readonly<Record<string, number>>> {
  readonly choices: Readonly<Record<keyof Question & string, Choice>>;
  readonly question: Question;
  readonly onChange: (question: Question) => void;
}

export function MeetOptions<Question extends Readonly<Record<string, number>>>({
  choices,
  question,
  onChange,
}: MeetOptionsProps<Question>) {
  const t = useWords();
  return (
    <span className="cw-trace-options">
      {Object.entries<Choice>(choices).map(([key, { word, unit, values }]) => (
        <label key={key}>
          {t(word)}
          <select value={question[key]} onChange={(event) => onChange({ ...question, [key]: Number(event.target.value) })}>
            {values.map((value) => (
              <option key={value} value={value}>
                {t(unit, { count: value })}
              </option>
            ))}
          </select>
        </label>
      ))}
    </span>
  );
}
