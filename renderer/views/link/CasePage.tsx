// One case: what is known of it, each with its rows, where it stands, and what to do with it. Every "open the case" leads here.
import { useState } from "react";
import type { PairPage } from "../../../shared/link/calls.ts";
import type { CasePage as CaseAnswer } from "../../../shared/review/caseCalls.ts";
import { useWords } from "../../i18n/index.ts";
import { crimeKeys, wordOf } from "../../i18n/vocabulary.ts";
import { Button, CaseNumber, ErrorPanel, KindGlyph, Skeleton, Tag } from "../../parts/index.ts";
import { openAssessment } from "../../state/assess.ts";
import { printSubject } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";
import { openTrace } from "../../state/trace.ts";
import { useCall } from "../../state/useCall.ts";
import { useViewKeys } from "../viewKeys.ts";
import { AlertsOfCase, BriefOfCase, FactsOfCase, IdentifiersOfCase, PairsOfCase, PeopleOfCase, SeriesOfCase } from "./CaseParts.tsx";
import { SimilarDrawer } from "./SimilarDrawer.tsx";
import "./casePage.css";

const noKey = () => {};

/** The first pair opens by the keys that walk the list; there is nothing to judge here. */
function useCaseKeys(number: string, page: PairPage | null): void {
  const first = page?.items[0];
  const openFirst = () => first !== undefined && goTo("link", printSubject(number, first.a, first.b));
  useViewKeys("link", {
    j: openFirst,
    k: noKey,
    y: noKey,
    n: noKey,
    u: noKey,
    s: noKey,
    o: () => goTo("chart", `case:${number}`),
  });
}

function Head({ answer, onSimilar }: { readonly answer: CaseAnswer; readonly onSimilar: () => void }) {
  const t = useWords();
  const { case: number, series, facts } = answer;
  const type = facts.attributes.find(({ name }) => name === "case.type")?.value;
  return (
    <header className="cw-pair-head">
      <KindGlyph kind="case" size={30} />
      <h1>
        <CaseNumber number={number} />
      </h1>
      {type !== undefined && <span className="cw-second">{wordOf(t, crimeKeys, type)}</span>}
      {series !== null && (
        <button type="button" onClick={() => goTo("group", series.series)}>
          <Tag tone="accent">{series.series}</Tag>
        </button>
      )}
      <div className="cw-pair-tools">
        <Button small icon="sparkles" onClick={onSimilar}>
          {t("link.case.similar")}
        </Button>
        <Button small icon="affiliate" shortcut="O" onClick={() => goTo("chart", `case:${number}`)}>
          {t("link.case.chart")}
        </Button>
        <Button small icon="coinYuan" onClick={() => openTrace("money", `case:${number}`)}>
          {t("link.case.money")}
        </Button>
        <Button small icon="search" onClick={() => openAssessment(number)}>
          {t("link.case.assess")}
        </Button>
      </div>
    </header>
  );
}

interface CasePageProps {
  readonly number: string;
  /** Its pairs; null while they are being read. */
  readonly page: PairPage | null;
}

export function CasePage({ number, page }: CasePageProps) {
  const t = useWords();
  const [isSimilarOpen, setSimilarOpen] = useState(false);
  const { data, error, reload } = useCall("review.readCase", { case: number }, ["facts", "link", "group", "watches"]);
  useCaseKeys(number, page);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (data === null) return <Skeleton rows={14} tall />;
  return (
    <article className="cw-card" aria-label={`${t("link.case.label")} ${data.case}`}>
      <Head answer={data} onSimilar={() => setSimilarOpen(true)} />
      <div className="cw-card-body cw-case-columns">
        <div className="cw-case-column">
          <BriefOfCase facts={data.facts} />
          <FactsOfCase facts={data.facts} />
          <PeopleOfCase facts={data.facts} />
        </div>
        <div className="cw-case-column">
          <SeriesOfCase series={data.series} />
          <PairsOfCase number={data.case} page={page} />
          <AlertsOfCase alerts={data.alerts} />
          <IdentifiersOfCase facts={data.facts} />
        </div>
      </div>
      {isSimilarOpen && <SimilarDrawer cases={[data.case]} calibrated={page?.calibrated === true} onClose={() => setSimilarOpen(false)} />}
    </article>
  );
}
