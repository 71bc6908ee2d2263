// How far a source and its information are trusted: 4×4 or 5×5×5, of an entity or a link on the chart. And who drew a hypothesis, when, from what.
import { gradeSchemes } from "../../../shared/chart/marks.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, formatTime, Segmented, Tag } from "../../parts/index.ts";
import { useChart } from "../../state/chart.ts";
import { gradeItem } from "../../state/chartDrafts.ts";

const letters = ["A", "B", "C", "D", "E"] as const;
const sizes = { "4x4": 4, "5x5x5": 5 } as const;
const schemeWords = { "4x4": "4×4", "5x5x5": "5×5×5" } as const;
const schemes = gradeSchemes.map((value) => ({ value, text: schemeWords[value] }));
const numbers = (count: number) => Array.from({ length: count }, (_, i) => ({ value: String(i + 1), text: String(i + 1) }));

export function GradeField({ id }: { readonly id: string }) {
  const t = useWords();
  const grade = useChart((state) => state.chart.model.grades.get(id));
  if (grade === undefined)
    return (
      <Button small tone="text" onClick={() => gradeItem(id, { scheme: "4x4", source: "B", information: 2, handling: null })}>
        {t("chart.grade.give")}
      </Button>
    );
  const { scheme, source, information, handling } = grade;
  const size = sizes[scheme];
  const change = (part: Partial<typeof grade>) => gradeItem(id, { ...grade, ...part });
  const toScheme = (next: typeof scheme) => {
    const most = sizes[next];
    const letter = letters[Math.min(letters.indexOf(source), most - 1)]!;
    change({
      ...{ scheme: next, source: letter, information: Math.min(information, most) },
      handling: next === "5x5x5" ? (handling ?? 1) : null,
    });
  };
  return (
    <fieldset className="cw-grade">
      <legend>{t("chart.grade.title", { grade: `${source}${information}${handling ?? ""}` })}</legend>
      <Segmented label={t("chart.grade.scheme")} value={scheme} options={schemes} onChange={toScheme} />
      <span>{t("chart.grade.source")}</span>
      <Segmented
        label={t("chart.grade.source")}
        value={source}
        options={letters.slice(0, size).map((value) => ({ value, text: value }))}
        onChange={(value) => change({ source: value })}
      />
      <span>{t("chart.grade.information")}</span>
      <Segmented
        label={t("chart.grade.information")}
        value={String(information)}
        options={numbers(size)}
        onChange={(value) => change({ information: Number(value) })}
      />
      {handling !== null && (
        <>
          <span>{t("chart.grade.handling")}</span>
          <Segmented
            label={t("chart.grade.handling")}
            value={String(handling)}
            options={numbers(5)}
            onChange={(value) => change({ handling: Number(value) })}
          />
        </>
      )}
      <Button small tone="text" onClick={() => gradeItem(id, null)}>
        {t("chart.grade.remove")}
      </Button>
    </fieldset>
  );
}

/** Of a hypothesis: that it is one, who drew it, when, and what it rests on. */
export function DraftNote({ id }: { readonly id: string }) {
  const t = useWords();
  const draft = useChart((state) => state.chart.model.drafts.get(id));
  if (draft === undefined) return null;
  return (
    <div className="cw-draft-note">
      <Tag tone="warn">{t("chart.draft.tag")}</Tag>
      <p>{draft.ground}</p>
      <p className="cw-quiet cw-small">{t("chart.draft.signed", { author: draft.author, at: formatTime(draft.at) })}</p>
    </div>
  );
}
