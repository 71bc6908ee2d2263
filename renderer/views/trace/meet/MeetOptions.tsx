// What counts as together: how long between two sightings, how far between two places, how often at least.
import { useWords } from "../../../i18n/index.ts";

export interface MeetingQuestion {
  readonly withinMinutes: number;
  readonly distanceMetres: number;
  readonly min: number;
}

export const usualQuestion: MeetingQuestion = { withinMinutes: 30, distanceMetres: 200, min: 2 };

const choices = {
  withinMinutes: { word: "trace.meet.within", values: [5, 30, 120, 720], unit: "trace.meet.minutes" },
  distanceMetres: { word: "trace.meet.distance", values: [0, 200, 500, 2000], unit: "trace.meet.metres" },
  min: { word: "trace.meet.least", values: [1, 2, 3, 5], unit: "trace.meet.atLeast" },
} as const;

interface MeetOptionsProps {
  readonly question: MeetingQuestion;
  readonly onChange: (question: MeetingQuestion) => void;
}

export function MeetOptions({ question, onChange }: MeetOptionsProps) {
  const t = useWords();
  const keys = Object.keys(choices) as (keyof MeetingQuestion)[];
  return (
    <span className="cw-trace-options">
      {keys.map((key) => (
        <label key={key}>
          {t(choices[key].word)}
          <select value={question[key]} onChange={(event) => onChange({ ...question, [key]: Number(event.target.value) })}>
            {choices[key].values.map((value) => (
              <option key={value} value={value}>
                {t(choices[key].unit, { count: value })}
              </option>
            ))}
          </select>
        </label>
      ))}
    </span>
  );
}
