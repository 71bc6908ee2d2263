// What is in the workspace by kind, and what the newest import added.
import { entityKinds } from "../../../shared/model/entity.ts";
import type { WorkspaceInfo } from "../../../shared/workspace/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { eventKeys, kindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { formatCount, KindGlyph, Panel } from "../../parts/index.ts";
import { caseCountOf } from "../../state/workspace.ts";

/** What the newest import added; nothing while that is being read. */
function Added({ count }: { readonly count: number | null }) {
  if (count === null) return <span />;
  return <span className={count > 0 ? "cw-number cw-tone-plus" : "cw-number cw-quiet"}>{count > 0 ? `+${formatCount(count)}` : "0"}</span>;
}

export function ContentsPanel({ info, added }: { readonly info: WorkspaceInfo; readonly added: Readonly<Record<string, number>> | null }) {
  const t = useWords();
  const kinds = entityKinds.filter((kind) => (info.entities[kind] ?? 0) > 0 || kind === "case");
  const events = Object.entries(info.events).filter(([, count]) => count > 0);
  const { mergedCases } = info;
  const others = Object.keys(info.entities).filter((kind) => !(kind in kindKeys));
  return (
    <Panel
      className="cw-contents"
      title={t("overview.contents.title")}
      tools={t("overview.contents.added")}
      foot={
        <>
          {events.map(([kind, count]) => (
            <span key={kind} className="cw-nowrap">
              {wordOf(t, eventKeys, kind)} <b>{formatCount(count)}</b>
            </span>
          ))}
          {mergedCases > 0 && <span className="cw-quiet">{t("overview.contents.merged", { count: formatCount(mergedCases) })}</span>}
        </>
      }
    >
      <ul className="cw-content-kinds">
        {[...kinds, ...others].map((kind) => (
          <li key={kind}>
            <KindGlyph kind={kind} size={17} />
            <span className="cw-content-word">{wordOf(t, kindKeys, kind)}</span>
            <b className="cw-number">{formatCount(kind === "case" ? caseCountOf(info) : (info.entities[kind] ?? 0))}</b>
            <Added count={added === null ? null : (added[kind] ?? 0)} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
