// One pair in full: head, side by side, waterfall, counter-evidence, source rows, decision.
import { type RefObject, useState } from "react";
import type { PairExplanation } from "../../../shared/link/calls.ts";
import { strengthKeys } from "../../../shared/link/strength.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, CaseNumber, Drawer, formatBits, formatPosterior, Tag } from "../../parts/index.ts";
import { pairSubject } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";
import { CounterBox } from "./CounterBox.tsx";
import { DecisionBar, type Judge } from "./DecisionBar.tsx";
import { SideBySide } from "./SideBySide.tsx";
import { SimilarDrawer } from "./SimilarDrawer.tsx";
import { SourceList, SourceRows } from "./SourceRows.tsx";
import { Waterfall } from "./Waterfall.tsx";

function SeriesTag({ explanation }: { readonly explanation: PairExplanation }) {
  const t = useWords();
  const { seriesA, seriesB } = explanation;
  if (seriesA === null && seriesB === null) return null;
  const text =
    seriesA === seriesB
      ? t("link.head.bothIn", { series: seriesA })
      : seriesA === null
        ? t("link.head.secondIn", { series: seriesB })
        : seriesB === null
          ? t("link.head.firstIn", { series: seriesA })
          : t("link.head.inTwo", { a: seriesA, b: seriesB });
  return (
    <button type="button" onClick={() => goTo("group", seriesA ?? seriesB ?? "")}>
      <Tag tone="accent">{text}</Tag>
    </button>
  );
}

function OpenCase({ number }: { readonly number: string }) {
  const t = useWords();
  return (
    <button type="button" className="cw-entity" title={t("link.case.open")} onClick={() => goTo("link", number)}>
      <CaseNumber number={number} />
    </button>
  );
}

interface HeadProps {
  readonly explanation: PairExplanation;
  readonly onSimilar: () => void;
  readonly onSources: () => void;
}

function Head({ explanation, onSimilar, onSources }: HeadProps) {
  const t = useWords();
  const { score, calibrated } = explanation;
  return (
    <header className="cw-pair-head">
      <h1>
        <OpenCase number={score.a} /> <span aria-hidden="true">×</span> <OpenCase number={score.b} />
      </h1>
      <SeriesTag explanation={explanation} />
      <div className="cw-pair-tools">
        <Button small icon="fileText" className="cw-sources-open" shortcut="S" onClick={onSources}>
          {t("link.source.open", { n: explanation.sources.length })}
        </Button>
        <Button small icon="sparkles" onClick={onSimilar}>
          {t("link.head.similar")}
        </Button>
        <Button small icon="affiliate" shortcut="O" onClick={() => goTo("chart", `pair:${pairSubject(score.a, score.b)}`)}>
          {t("link.head.chart")}
        </Button>
        <div className="cw-pair-total" title={formatBits(score.bits, 2)}>
          <span className="cw-small cw-quiet">{t("link.fall.total")}</span>
          <b className="cw-number">{t("link.head.bits", { bits: formatBits(score.bits) })}</b>
        </div>
        <span className="cw-pair-figure">{calibrated ? formatPosterior(score.posterior) : t(strengthKeys[score.strength])}</span>
      </div>
    </header>
  );
}

export interface PairCardProps {
  readonly explanation: PairExplanation;
  readonly judge: RefObject<Judge | null>;
  readonly sources: RefObject<HTMLDivElement | null>;
  readonly onJudged: () => void;
}

export function PairCard({ explanation, judge, sources, onJudged }: PairCardProps) {
  const t = useWords();
  const [open, setOpen] = useState<"similar" | "sources" | null>(null);
  const close = () => setOpen(null);
  const { a, b } = explanation.score;
  return (
    <article className="cw-card">
      <Head explanation={explanation} onSimilar={() => setOpen("similar")} onSources={() => setOpen("sources")} />
      <div className="cw-card-body">
        <SideBySide sides={explanation.sides} />
        <div className="cw-card-columns">
          <Waterfall explanation={explanation} />
          <div className="cw-card-side">
            <CounterBox explanation={explanation} />
            <SourceRows sources={explanation.sources} box={sources} />
          </div>
        </div>
      </div>
      <DecisionBar explanation={explanation} judge={judge} onJudged={onJudged} />
      {open === "similar" && <SimilarDrawer cases={[a, b]} calibrated={explanation.calibrated} onClose={close} />}
      {open === "sources" && (
        <Drawer title={t("link.source.title")} label={t("link.source.title")} onClose={close}>
          <SourceList sources={explanation.sources} />
        </Drawer>
      )}
    </article>
  );
}
