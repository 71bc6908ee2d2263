// Cases like this one, over all cases and series, with "none of them" among the answers.
import { Fragment, useEffect, useState } from "react";
import { toWire, type WireError } from "../../../shared/errors.ts";
import type { SimilarCase } from "../../../shared/link/calls.ts";
import { evidenceSentence, featureName } from "../../i18n/evidence.ts";
import { useWords } from "../../i18n/index.ts";
import {
  Bits,
  Button,
  CaseNumber,
  Drawer,
  EmptyState,
  ErrorPanel,
  formatPosterior,
  Segmented,
  SignMark,
  Skeleton,
  Tag,
} from "../../parts/index.ts";
import { engine } from "../../rpc/engine.ts";
import { pairSubject } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";
import { usePreferences } from "../../state/preferences.ts";

interface Answer {
  readonly cases: readonly SimilarCase[] | null;
  readonly error: WireError | null;
}

function useSimilar(number: string): Answer {
  const [answer, setAnswer] = useState<Answer>({ cases: null, error: null });
  useEffect(() => {
    const abort = new AbortController();
    setAnswer({ cases: null, error: null });
    engine.call("link.findSimilar", { case: number, top: 20 }, { signal: abort.signal }).then(
      (cases) => !abort.signal.aborted && setAnswer({ cases, error: null }),
      (error) => !abort.signal.aborted && setAnswer({ cases: null, error: toWire(error) }),
    );
    return () => abort.abort();
  }, [number]);
  return answer;
}

function SimilarRow({ item, number }: { readonly item: SimilarCase; readonly number: string }) {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const strongest = item.evidence.filter((bar) => bar.bits > 0).slice(0, 2);
  const [a, b] = [item.case, number].sort() as [string, string];
  return (
    <li className="cw-similar">
      <button type="button" onClick={() => goTo("link", pairSubject(a, b))}>
        <span className="cw-similar-head">
          <span className="cw-quiet">{item.rank}</span> <CaseNumber number={item.case} />{" "}
          {item.series !== null && <Tag tone="accent">{item.series}</Tag>}
          <Bits bits={item.bits} />
        </span>
        {[...strongest, ...item.counter.slice(0, 1)].map((bar) => (
          <span key={`${bar.feature}-${bar.level}`} className="cw-similar-bar cw-small">
            <SignMark sign={bar.sign} />
            <span>{featureName(t, bar.feature)}</span>
            <span className="cw-second">{evidenceSentence(t, bar, isMasked)}</span>
          </span>
        ))}
      </button>
    </li>
  );
}

/** What is left for none of the above: one less each series, and each case without one, counted once. */
export function shareOfNone(cases: readonly SimilarCase[]): number {
  const shares = new Map(cases.map((item) => [item.series ?? item.case, item.posterior]));
  return Math.max(0, 1 - [...shares.values()].reduce((sum, share) => sum + share, 0));
}

function NoneRow({ cases, calibrated }: { readonly cases: readonly SimilarCase[]; readonly calibrated: boolean }) {
  const t = useWords();
  const share = shareOfNone(cases);
  const isLikely = share >= 0.5;
  return (
    <p className="cw-similar-none cw-small">
      <b>{t("link.similar.none")}</b>{" "}
      <span className="cw-second">
        {calibrated
          ? share < 0.01
            ? t("link.similar.noneBelow")
            : t("link.similar.noneShare", { posterior: formatPosterior(share) })
          : t(isLikely ? "link.similar.noneLikely" : "link.similar.noneUnlikely")}
      </span>
    </p>
  );
}

/** Ranked, and parted where the evidence begins to speak against: a list alone would make the nearest of strangers look alike. */
function SimilarList({ cases, number }: { readonly cases: readonly SimilarCase[]; readonly number: string }) {
  const t = useWords();
  const firstAgainst = cases.findIndex(({ bits }) => bits < 0);
  return (
    <ol className="cw-similar-list">
      {cases.map((item, index) => (
        <Fragment key={item.rank}>
          {index === firstAgainst && <li className="cw-similar-against cw-small">{t("link.similar.against")}</li>}
          <SimilarRow item={item} number={number} />
        </Fragment>
      ))}
    </ol>
  );
}

interface SimilarDrawerProps {
  readonly cases: readonly string[];
  readonly calibrated: boolean;
  readonly onClose: () => void;
}

export function SimilarDrawer({ cases, calibrated, onClose }: SimilarDrawerProps) {
  const t = useWords();
  const [number, setNumber] = useState(cases[0]!);
  const { cases: found, error } = useSimilar(number);
  return (
    <Drawer
      title={t("link.similar.title")}
      label={t("link.similar.title")}
      onClose={onClose}
      foot={
        <Button small tone="text" onClick={() => goTo("chart", `case:${number}`)}>
          {t("link.similar.chart")}
        </Button>
      }
    >
      {cases.length > 1 && (
        <div className="cw-similar-switch">
          <Segmented
            label={t("link.similar.which")}
            value={number}
            options={cases.map((one) => ({ value: one, text: <CaseNumber number={one} /> }))}
            onChange={setNumber}
          />
        </div>
      )}
      {error !== null && <ErrorPanel error={error} />}
      {found === null && error === null && <Skeleton rows={6} tall />}
      {found?.length === 0 && <EmptyState icon="sparkles" title={t("link.similar.nothing")} />}
      {found !== null && found.length > 0 && <NoneRow cases={found} calibrated={calibrated} />}
      {found !== null && <SimilarList cases={found} number={number} />}
    </Drawer>
  );
}
