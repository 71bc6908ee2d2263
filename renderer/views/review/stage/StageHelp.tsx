// The keys of the stage, over it.
import { useWords } from "../../../i18n/index.ts";

export function StageHelp() {
  const t = useWords();
  const keys: readonly (readonly [string, string])[] = [
    ["← →", t("review.keys.scene")],
    ["1 – 9", t("review.keys.clue")],
    ["M", t("review.keys.minute")],
    ["L · P · E", t("review.keys.ink")],
    ["N", t("review.keys.notes")],
    ["B", t("review.keys.blank")],
    ["D", t("review.keys.dark")],
    ["F", t("review.keys.full")],
    ["Esc", t("review.keys.leave")],
  ];
  return (
    <section className="cw-stage-help" aria-label={t("review.keys.title")}>
      <h2>{t("review.keys.title")}</h2>
      <dl>
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
