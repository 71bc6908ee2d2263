// The search overlay (Ctrl K): finds anything, opens it with Enter, puts it on the chart with Ctrl Enter.
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { SearchHit } from "../../shared/workspace/calls.ts";
import { errorSentence } from "../i18n/errors.ts";
import { useWords } from "../i18n/index.ts";
import { kindKeys, wordOf } from "../i18n/vocabulary.ts";
import { formatCount, Icon, KeyCap } from "../parts/index.ts";
import { openAssessment } from "../state/assess.ts";
import { goTo, showSearch, useNavigation } from "../state/navigation.ts";
import { selectEntities } from "../state/selection.ts";
import { WatchManyButton } from "../views/review/watch/WatchMany.tsx";
import { SearchHits } from "./SearchHits.tsx";
import { firstChoice, type SearchState, useSearch } from "./useSearch.ts";

/** A case opens among its pairs, anything else as a chart of its own. */
function openHit({ entity, kind }: SearchHit, onChart: boolean): void {
  selectEntities([entity]);
  if (onChart) goTo("chart", entity);
  else if (kind === "case") goTo("link", entity.slice("case:".length));
  else goTo("chart", entity);
}

function KindChips({ search, onAssess }: { readonly search: SearchState; readonly onAssess: () => void }) {
  const t = useWords();
  const counts = Object.entries(search.result?.counts ?? {});
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const chip = (kind: string, text: string) => (
    <button key={kind} type="button" className="cw-filter-chip" aria-pressed={search.kind === kind} onClick={() => search.setKind(kind)}>
      {text}
    </button>
  );
  return (
    <div className="cw-search-chips">
      {counts.length > 0 && chip("", t("frame.search.all", { count: total }))}
      {counts.map(([kind, count]) => chip(kind, `${wordOf(t, kindKeys, kind)} ${formatCount(count)}`))}
      <button type="button" className="cw-filter-chip" onClick={onAssess}>
        {t("assess.title")}
      </button>
      <span className="cw-search-hint">{t("frame.search.syntax")}</span>
    </div>
  );
}

/** Pasted texts longer than any search, or of several lines, are assessed instead. */
const isText = (pasted: string): boolean => pasted.trim().length > 40 || /[\n\t]/.test(pasted.trim());

function assess(text: string): void {
  showSearch(false);
  openAssessment(text.trim());
}

function SearchBody() {
  const t = useWords();
  const search = useSearch();
  const [chosen, setActive] = useState<number | null>(null);
  const active = chosen ?? firstChoice(search.items);
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list starts at its head
  useEffect(() => setActive(null), [search.words, search.kind]);
  useEffect(() => input.current?.focus(), []);
  const pick = (index: number, onChart: boolean) => {
    const firstHit = search.items.find(({ type }) => type === "hit");
    const own = search.items[index];
    // Nothing chosen: Ctrl Enter puts the best hit on the chart.
    const item = own?.type === "assess" && onChart ? (firstHit ?? own) : own;
    if (item === undefined) return;
    if (item.type === "assess") return assess(search.words);
    showSearch(false);
    if (item.type === "hit") openHit(item.hit, onChart);
    else item.command.command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = moves[event.key];
    // What opens may take the focus at once: the key is not to be typed there.
    if (event.key === "Enter" && event.target === input.current) event.preventDefault();
    if (event.key === "Enter") pick(active, event.ctrlKey || event.metaKey);
    if (event.key === "Escape") showSearch(false);
    if (step === undefined || search.items.length === 0) return;
    event.preventDefault();
    const next = (active + step + search.items.length) % search.items.length;
    setActive(next);
    document.getElementById(`hit-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  const isNone = search.result !== null && search.result.hits.length === 0;
  return (
    <div className="cw-search" role="dialog" aria-modal="true" aria-label={t("frame.search.title")} onKeyDown={onKeyDown}>
      <div className="cw-search-line">
        <Icon name="search" size={19} />
        <input
          ref={input}
          role="combobox"
          aria-expanded="true"
          aria-controls="search-hits"
          aria-activedescendant={`hit-${active}`}
          aria-label={t("frame.search.placeholder")}
          placeholder={t("frame.search.placeholder")}
          value={search.words}
          onChange={(event) => search.setWords(event.target.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text/plain");
            if (!isText(pasted)) return;
            event.preventDefault();
            assess(pasted);
          }}
        />
        {search.result !== null && search.milliseconds !== null && (
          <span className="cw-quiet cw-small cw-nowrap">{t("frame.search.time", { count: search.milliseconds })}</span>
        )}
        <KeyCap>Esc</KeyCap>
      </div>
      <KindChips search={search} onAssess={() => assess(search.words)} />
      {search.error && <p className="cw-search-none cw-tone-contra">{errorSentence(t, search.error)}</p>}
      {isNone && <p className="cw-search-none">{t("frame.search.none", { words: search.words.trim() })}</p>}
      <SearchHits search={search} active={active} onPick={pick} />
      <footer className="cw-search-foot">
        <span>
          <KeyCap>↵</KeyCap> {t("frame.search.open")}
        </span>
        <span>
          <KeyCap>Ctrl ↵</KeyCap> {t("frame.search.onChart")}
        </span>
        <span>
          <KeyCap>&gt;</KeyCap> {t("frame.search.onlyCommands")}
        </span>
        <WatchHits hits={search.result?.hits ?? []} words={search.words.trim()} />
      </footer>
    </div>
  );
}

/** A case or a place is watched by what it is about, not as a name. */
const unwatched: ReadonlySet<string> = new Set(["case", "place"]);

function WatchHits({ hits, words }: { readonly hits: readonly SearchHit[]; readonly words: string }) {
  const t = useWords();
  const found = new Map(hits.filter(({ kind }) => !unwatched.has(kind)).map((hit) => [hit.entity, hit]));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the dialog are not keys of the search
    <span className="cw-search-watch" role="presentation" onKeyDown={(event) => event.stopPropagation()}>
      <WatchManyButton items={[...found.values()]} reason={t("frame.search.watchReason", { words })} />
    </span>
  );
}

export function SearchOverlay() {
  const isOpen = useNavigation((state) => state.isSearchOpen);
  if (!isOpen) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the box closes it, as Esc does
    <div className="cw-overlay" role="presentation" onMouseDown={(event) => event.target === event.currentTarget && showSearch(false)}>
      <SearchBody />
    </div>
  );
}
