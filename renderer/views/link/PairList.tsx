// The ranked pairs at the left: both numbers, type, what is shared, bits, and how likely.
import { useEffect, useRef } from "react";
import type { PairItem, PairPage } from "../../../shared/link/calls.ts";
import { strengthKeys } from "../../i18n/evidence.ts";
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
import { type LinkState, listMore, listPairs, pairSubject, useLink } from "../../state/link.ts";
import { goTo } from "../../state/navigation.ts";

/** Bits at which the bar is full while there is no calibrated probability. */
const fullBits = 12;

const shareOf = (item: PairItem, isCalibrated: boolean): number =>
  isCalibrated ? item.posterior : Math.max(0, Math.min(1, item.bits / fullBits));

function PairRow({
  item,
  isSelected,
  isCalibrated,
}: {
  readonly item: PairItem;
  readonly isSelected: boolean;
  readonly isCalibrated: boolean;
}) {
  const t = useWords();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  return (
    <button ref={row} type="button" className="cw-pair" aria-current={isSelected} onClick={() => goTo("link", pairSubject(item.a, item.b))}>
      <span className="cw-pair-rank">{item.rank}</span>
      <span className="cw-pair-cases">
        <span>
          <CaseNumber number={item.a} />
          {item.isNew && <i className="cw-new-dot" title={t("link.list.new")} />}
        </span>
        <CaseNumber number={item.b} />
        <span className="cw-quiet cw-small">
          {item.verdict !== null && (
            <Tag tone={item.verdict === "confirm" ? "plus" : item.verdict === "reject" ? "contra" : "warn"}>
              {t(verdictMarks[item.verdict])}
            </Tag>
          )}{" "}
          {[item.type === null ? "" : wordOf(t, crimeKeys, item.type), item.series ?? ""].filter((part) => part !== "").join(" · ")}
        </span>
      </span>
      <span className="cw-pair-score">
        <span>
          <span className="cw-small cw-second cw-number">{formatBits(item.bits)}</span>
          <b className="cw-pair-strength">{isCalibrated ? formatPosterior(item.posterior) : wordOf(t, strengthKeys, item.strength)}</b>
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

const verdictMarks = { confirm: "link.verdict.confirmed", reject: "link.verdict.rejected", later: "link.verdict.later" } as const;

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

export function PairList({ page, subject }: { readonly page: PairPage | null; readonly subject: string }) {
  const t = useWords();
  const isCalibrated = page?.calibrated === true;
  return (
    <nav className="cw-pairs" data-panel="" tabIndex={-1} aria-label={t("link.list.title")}>
      <Filters page={page} />
      <div className="cw-pairs-list">
        {page === null && <Skeleton rows={10} tall />}
        {page?.items.length === 0 && <NoPairs page={page} />}
        {page?.items.map((item) => (
          <PairRow
            key={pairSubject(item.a, item.b)}
            item={item}
            isSelected={pairSubject(item.a, item.b) === subject}
            isCalibrated={isCalibrated}
          />
        ))}
        {page !== null && page.items.length > 0 && page.items.length % 100 === 0 && page.items.length < 500 && (
          <Button small tone="text" onClick={listMore}>
            {t("link.list.more")}
          </Button>
        )}
      </div>
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
