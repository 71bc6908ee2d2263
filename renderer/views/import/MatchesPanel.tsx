// What an import brought: new cases that match a series, strongest first.
import { useWords } from "../../i18n/index.ts";
import { Bits, Button, CaseNumber, formatPosterior, Icon, IconButton } from "../../parts/index.ts";
import { closeMatches, useImporting } from "../../state/importing.ts";
import { goTo } from "../../state/navigation.ts";

const shownAtMost = 5;

export function MatchesPanel() {
  const t = useWords();
  const matches = useImporting((state) => state.matches);
  if (matches.length === 0) return null;
  return (
    <section className="cw-notice cw-notice-accent" aria-label={t("import.matches.title", { count: matches.length })}>
      <Icon name="link" size={18} />
      <div>
        <h3>{t("import.matches.title", { count: matches.length })}</h3>
        <ul>
          {matches.slice(0, shownAtMost).map((match) => (
            <li key={`${match.case}${match.series}`} className="cw-match">
              <CaseNumber number={match.case} />
              <span>{t("import.matches.like")}</span>
              <button type="button" className="cw-link-button" onClick={() => goTo("group", match.series)}>
                {match.series}
              </button>
              <Bits bits={match.bits} />
              <span className="cw-quiet">{t("import.matches.posterior", { posterior: formatPosterior(match.posterior) })}</span>
              <Button small onClick={() => goTo("link", match.case)}>
                {t("import.matches.evidence")}
              </Button>
            </li>
          ))}
        </ul>
        {matches.length > shownAtMost && (
          <button type="button" className="cw-link-button" onClick={() => goTo("link")}>
            {t("import.matches.more", { count: matches.length - shownAtMost })}
          </button>
        )}
      </div>
      <IconButton icon="cross" label={t("frame.action.close")} onClick={closeMatches} />
    </section>
  );
}
