// The list under the search box: groups of hits with counts, then commands.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are handled on the input, as the combobox pattern has it
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays in the input
import type { SearchHit } from "../../shared/workspace/calls.ts";
import { useWords } from "../i18n/index.ts";
import { kindKeys, wordOf } from "../i18n/vocabulary.ts";
import { CaseNumber, formatCount, Icon, KeyCap, KindGlyph } from "../parts/index.ts";
import type { SpokenCommand } from "./findCommands.ts";
import { cutAround, markHit, type TextPiece } from "./searchMarks.ts";
import type { HitGroup, SearchState } from "./useSearch.ts";

function Pieces({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return pieces.map((piece, index) =>
    piece.isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity of their own
      <mark key={index} className="cw-mark">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}

function HitText({ hit }: { readonly hit: SearchHit }) {
  const { kind, label, matched } = hit;
  const isLabel = matched === label;
  if (isLabel) {
    return (
      <b>
        <Pieces pieces={markHit(label, hit.start, hit.end)} />
      </b>
    );
  }
  const cut = cutAround(matched, hit.start, hit.end);
  return (
    <>
      {kind === "case" ? <CaseNumber number={label} /> : <b>{label}</b>}
      <p>
        <Pieces pieces={markHit(cut.text, cut.start, cut.end)} />
      </p>
    </>
  );
}

interface ItemProps {
  readonly id: string;
  readonly isActive: boolean;
  readonly onPick: (onChart: boolean) => void;
}

function HitRow({ hit, id, isActive, onPick }: ItemProps & { readonly hit: SearchHit }) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className="cw-hit"
      onClick={(event) => onPick(event.ctrlKey || event.metaKey)}
    >
      <KindGlyph kind={hit.kind} size={20} />
      <div className="cw-hit-text">
        <HitText hit={hit} />
      </div>
      {hit.note !== hit.label && <span className="cw-hit-note">{hit.note}</span>}
      {isActive && <KeyCap>↵</KeyCap>}
    </div>
  );
}

function CommandRow({ command: { command, title }, id, isActive, onPick }: ItemProps & { readonly command: SpokenCommand }) {
  return (
    <div id={id} role="option" aria-selected={isActive} tabIndex={-1} className="cw-hit cw-hit-command" onClick={() => onPick(false)}>
      <Icon name={command.icon} size={18} />
      <div className="cw-hit-text">{title}</div>
      {command.keys !== "" && <KeyCap>{command.keys}</KeyCap>}
    </div>
  );
}

function AssessRow({ words, id, isActive, onPick }: ItemProps & { readonly words: string }) {
  const t = useWords();
  return (
    <div id={id} role="option" aria-selected={isActive} tabIndex={-1} className="cw-hit" onClick={() => onPick(false)}>
      <Icon name="sparkles" size={20} />
      <div className="cw-hit-text">
        <b>{t("frame.search.assess", { words })}</b>
      </div>
      <span className="cw-hit-note">{t("frame.search.assessWhy")}</span>
      {isActive && <KeyCap>↵</KeyCap>}
    </div>
  );
}

function GroupTitle({ group }: { readonly group: HitGroup }) {
  const t = useWords();
  return (
    <div className="cw-hit-group" role="presentation">
      <span>{group.isBrief ? t("frame.search.inBriefs") : wordOf(t, kindKeys, group.kind)}</span>
      <span className="cw-number">{formatCount(group.count)}</span>
    </div>
  );
}

export interface SearchHitsProps {
  readonly search: SearchState;
  readonly active: number;
  readonly onPick: (index: number, onChart: boolean) => void;
}

export function SearchHits({ search, active, onPick }: SearchHitsProps) {
  const t = useWords();
  let index = -1;
  const next = () => {
    index++;
    const at = index;
    return { id: `hit-${at}`, isActive: at === active, onPick: (onChart: boolean) => onPick(at, onChart) };
  };
  return (
    <div role="listbox" id="search-hits" className="cw-hits" aria-label={t("frame.search.results")}>
      {search.items[0]?.type === "assess" && <AssessRow words={search.words.trim()} {...next()} />}
      {search.groups.flatMap((group) => [
        <GroupTitle key={`${group.kind}${group.isBrief}`} group={group} />,
        ...group.hits.map((hit) => <HitRow key={`${hit.entity}${hit.field}`} hit={hit} {...next()} />),
      ])}
      {search.commands.length > 0 && (
        <div className="cw-hit-group" role="presentation">
          <span>{t("frame.search.commands")}</span>
          <span className="cw-number">{search.commands.length}</span>
        </div>
      )}
      {search.commands.map((command) => (
        <CommandRow key={`${command.title} ${command.command.id}`} command={command} {...next()} />
      ))}
    </div>
  );
}
