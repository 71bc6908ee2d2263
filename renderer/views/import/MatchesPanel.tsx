// What an import brought: new cases that resemble a series, strongest first, with what speaks for it and the strongest against.
import type { CaseMatch } from "../../../shared/import/calls.ts";
import { evidenceSentence, featureName } from "../../i18n/evidence.ts";
import { useWords } from "../../i18n/index.ts";
import { Bits, Button, CaseNumber, formatPosterior, Icon, IconButton, SignMark } from "../../parts/index.ts";
import { closeMatches, useImporting } from "../../state/importing.ts";
import { goTo } from "../../state/navigation.ts";
import { usePreferences } from "../../state/preferences.ts";

const shownAtMost = 5;

function Reasons({ match }: { readonly match: CaseMatch }) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  return (
    <p className="cw-match-reasons cw-small">
      {[...match.evidence.filter((bar) => bar.bits > 0), ...match.counter].map((bar) => (
        <span key={`${bar.feature}-${bar.level}`} title={evidenceSentence(t, bar, isMasked)}>
          <SignMark sign={bar.sign} /> {featureName(t, bar.feature)} <span className="cw-second">{evidenceSentence(t, bar, isMasked)}</span>
        </span>
      ))}
    </p>
  );
}

function MatchLine({ match }: { readonly match: CaseMatch }) {
  const t = useWords();
  return (
    <li>
      <div className="cw-match">
        <CaseNumber number={match.case} />
        <span>{t("import.matches.like")}</span>
        <button type="button" className="cw-link-button" onClick={() => goTo("group", match.series)}>
          {match.series}
        </button>
        <Bits bits={match.bits} />
        <span className="cw-quiet">
          {t("import.matches.posterior", { posterior: formatPosterior(match.posterior) })}
          {match.posterior < 0.5 && ` · ${t("import.matches.noneLikelier")}`}
        </span>
        <Button small onClick={() => goTo("link", match.case)}>
          {t("import.matches.evidence")}
        </Button>
      </div>
      <Reasons match={match} />
    </li>
  );
}

export function MatchesPanel() {
  const t = useWords();
  const matches = useImporting((state) => state.matches);
  if (matches.length === 0) return null;
  const ranked = matches.toSorted((a, b) => b.bits - a.bits || a.case.localeCompare(b.case));
  return (
    <section className="cw-notice cw-notice-accent" aria-label={t("import.matches.title", { count: matches.length })}>
      <Icon name="link" size={18} />
      <div>
        <h3>{t("import.matches.title", { count: matches.length })}</h3>
        <ul>
          {ranked.slice(0, shownAtMost).map((match) => (
            <MatchLine key={`${match.case}${match.series}`} match={match} />
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
