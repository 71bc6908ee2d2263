// The ranked pairs at the left: both numbers, type, what is shared, bits, and how likely.
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { PairItem, PairPage } from "../../../shared/link/calls.ts";
import { strengthKeys } from "../../../shared/link/strength.ts";
import { useWords } from "../../i18n/index.ts";
import { crimeKeys, wordOf } from "../../i18n/vocabulary.ts";
import {
  Button,
  CaseNumber,
  EmptyState,
  formatBits,
  formatCount,
  formatPosterior,
  Icon,
  KeyCap,
  KindGlyph,
  Segmented,
  Skeleton,
  Tag,
} from "../../parts/index.ts";
import { type LinkState, listMore, listPairs, pairSubject, printSubject, useLink } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";
import { RecordButton } from "../review/pack/RecordButton.tsx";

/** Bits at which the bar is full while there is no calibrated probability. */
const fullBits = 12;

const shareOf = (item: PairItem, isCalibrated: boolean): number =>
  isCalibrated ? item.posterior : Math.max(0, Math.min(1, item.bits / fullBits));

/** Of a pair across two series both. */
const seriesText = ({ series, otherSeries }: PairItem): string => (otherSeries === null ? (series ?? "") : `${otherSeries} × ${series}`);

interface PairRowProps {
  readonly item: PairItem;
  readonly scope: string;
  readonly isSelected: boolean;
  readonly isCalibrated: boolean;
}

function PairRow({ item, scope, isSelected, isCalibrated }: PairRowProps) {
  const t = useWords();
  return (
    <button type="button" className="cw-pair" aria-current={isSelected} onClick={() => goTo("link", printSubject(scope, item.a, item.b))}>
      <span className="cw-pair-rank">
        {item.rank}
        {item.isNew && <i className="cw-new-dot" title={t("link.list.new")} />}
      </span>
      <span className="cw-pair-cases">
        <span>
          <CaseNumber number={item.a} />
        </span>
        <CaseNumber number={item.b} />
        <span className="cw-quiet cw-small">
          {item.verdict !== null && (
            <Tag tone={item.verdict === "confirm" ? "plus" : item.verdict === "reject" ? "contra" : "warn"}>
              {t(verdictMarks[item.verdict])}
            </Tag>
          )}{" "}
          {[item.type === null ? "" : wordOf(t, crimeKeys, item.type), seriesText(item)].filter((part) => part !== "").join(" · ")}
        </span>
      </span>
      <span className="cw-pair-score">
        <span>
          <span className="cw-small cw-second cw-number">{formatBits(item.bits)}</span>
          <b className="cw-pair-strength">{isCalibrated ? formatPosterior(item.posterior) : t(strengthKeys[item.strength])}</b>
        </span>
        <i className={`cw-bar ${item.bits < 4 ? "cw-bar-mute" : ""}`}>
          <i style={{ width: `${shareOf(item, isCalibrated) * 100}%` }} />
        </i>
        <span className="cw-pair-kinds">
          {item.kinds.map((kind) => (
            <KindGlyph key={kind} kind={kind} size={15} />
          ))}
        </span>
      </span>
    </button>
  );
}

export const verdictMarks = { confirm: "link.verdict.confirmed", reject: "link.verdict.rejected", later: "link.verdict.later" } as const;

/** Another list: its first pair opens, not one that is not in it. */
function chooseState(state: LinkState["state"]): void {
  listPairs({ state });
  goTo("link");
}

function Filters({ page }: { readonly page: PairPage | null }) {
  const t = useWords();
  const { state, minBits, newOnly } = useLink();
  const count = (n: number | undefined) => (n === undefined ? "" : ` ${formatCount(n)}`);
  const options: { value: LinkState["state"]; text: string }[] = [
    { value: "waiting", text: `${t("link.list.waiting")}${count(page?.waiting)}` },
    { value: "judged", text: `${t("link.list.judged")}${count(page?.judged)}` },
    { value: "all", text: t("link.list.all") },
  ];
  return (
    <header className="cw-pairs-head">
      <Segmented label={t("link.list.state")} value={state} options={options} onChange={chooseState} />
      <div className="cw-pairs-filters">
        <button type="button" className="cw-choice" aria-pressed={newOnly} onClick={() => listPairs({ newOnly: !newOnly })}>
          {t("link.list.newOnly")}
        </button>
        <button
          type="button"
          className="cw-choice"
          aria-pressed={minBits !== null}
          onClick={() => listPairs({ minBits: minBits === null ? 0 : null })}
        >
          {t("link.list.minBits")}
        </button>
        <span className="cw-quiet cw-small">{page === null ? "" : t("link.list.compared", { n: formatCount(page.compared) })}</span>
        <RecordButton isIcon />
      </div>
    </header>
  );
}

function NoPairs({ page }: { readonly page: PairPage }) {
  const t = useWords();
  const { state, newOnly, minBits } = useLink();
  const isNarrow = newOnly || minBits !== null;
  return (
    <EmptyState
      icon="link"
      title={t(state === "waiting" ? "link.empty.waiting" : "link.empty.judged")}
      action={
        <>
          {isNarrow && (
            <Button small onClick={() => listPairs({ newOnly: false, minBits: null })}>
              {t("link.empty.widen")}
            </Button>
          )}
          {state !== "judged" && page.judged > 0 && (
            <Button small tone="text" onClick={() => listPairs({ state: "judged" })}>
              {t("link.empty.seeJudged")}
            </Button>
          )}
        </>
      }
    >
      {t("link.empty.why", { n: formatCount(page.judged) })}
    </EmptyState>
  );
}

function NoPairsOfCase() {
  const t = useWords();
  return (
    <EmptyState icon="link" title={t("link.empty.scope")}>
      {t("link.empty.scopeWhy")}
    </EmptyState>
  );
}

const rowHeight = 74;

interface RowsProps {
  readonly page: PairPage;
  readonly scope: string;
  readonly subject: string;
  readonly isCalibrated: boolean;
}

/** Only rows near the window are drawn; the last one in sight asks for more. */
function Rows({ page, scope, subject, isCalibrated }: RowsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { items } = page;
  const limit = useLink((state) => state.limit);
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => pairSubject(items[index]!.a, items[index]!.b),
  });
  const selected = items.findIndex((item) => pairSubject(item.a, item.b) === subject);
  useEffect(() => {
    if (selected >= 0) list.scrollToIndex(selected, { align: "auto" });
  }, [selected, list]);
  const shown = list.getVirtualItems();
  const isAtEnd = (shown.at(-1)?.index ?? 0) >= items.length - 1 && items.length >= limit;
  useEffect(() => {
    if (isAtEnd) listMore();
  }, [isAtEnd]);
  return (
    <div ref={frame} className="cw-pairs-list">
      <div className="cw-pairs-all" style={{ height: list.getTotalSize() }}>
        {shown.map(({ index, start, key }) => (
          <div
            key={key}
            ref={list.measureElement}
            data-index={index}
            className="cw-pairs-slot"
            style={{ transform: `translateY(${start}px)` }}
          >
            <PairRow item={items[index]!} scope={scope} isSelected={index === selected} isCalibrated={isCalibrated} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The list holds the pairs of one case: told in place of the filters, which then do not count. */
function ScopeHead({ scope }: { readonly scope: string }) {
  const t = useWords();
  return (
    <header className="cw-pairs-head cw-pairs-scope">
      <span>
        <button type="button" className="cw-entity" title={t("link.case.open")} onClick={() => goTo("link", scope)}>
          <CaseNumber number={scope} />
        </button>{" "}
        {t("link.list.scope")}
      </span>
      <Button small tone="text" onClick={() => goTo("link")}>
        {t("link.list.unscope")}
      </Button>
    </header>
  );
}

interface PairListProps {
  readonly page: PairPage | null;
  /** The case whose pairs these are; "" for all. */
  readonly scope: string;
  readonly subject: string;
}

export function PairList({ page, scope, subject }: PairListProps) {
  const t = useWords();
  const isCalibrated = page?.calibrated === true;
  return (
    <nav className="cw-pairs" data-panel="" tabIndex={-1} aria-label={t("link.list.title")}>
      {scope === "" ? <Filters page={page} /> : <ScopeHead scope={scope} />}
      {page === null && <Skeleton rows={10} tall />}
      {page?.items.length === 0 && (scope === "" ? <NoPairs page={page} /> : <NoPairsOfCase />)}
      {page !== null && page.items.length > 0 && <Rows page={page} scope={scope} subject={subject} isCalibrated={isCalibrated} />}
      <footer className="cw-pairs-foot">
        <KeyCap>J</KeyCap> <KeyCap>K</KeyCap> {t("link.list.keys")}
        {page?.stale === true && (
          <span className="cw-tone-warn">
            <Icon name="alertTriangle" size={14} /> {t("link.list.stale")}
          </span>
        )}
      </footer>
    </nav>
  );
}
