// The keys of the stage, over it: the list that they are handled by.
import { useWords } from "../../../i18n/index.ts";
import { keyRows, stageKeyList } from "../../keyList.ts";

export function StageHelp() {
  const t = useWords();
  return (
    <section className="cw-stage-help" aria-label={t("review.keys.title")}>
      <h2>{t("review.keys.title")}</h2>
      <dl>
        {keyRows(stageKeyList).map(({ word, keys }) => (
          <div key={word}>
            <dt>{keys}</dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
