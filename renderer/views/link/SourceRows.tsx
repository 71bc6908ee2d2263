// Every source row that the evidence of a pair stands on; a click opens the file at the row.
import type { RefObject } from "react";
import type { PairExplanation } from "../../../shared/link/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { CitationLink, formatCount, Panel } from "../../parts/index.ts";

/** The cells without a running number that only repeats the row. */
const cellsOf = ({ row, text }: PairExplanation["sources"][number]): string => text.replace(new RegExp(`^${row} · `), "");

export function SourceList({ sources }: { readonly sources: PairExplanation["sources"] }) {
  const t = useWords();
  return (
    <>
      {sources.map((source) => (
        <div key={`${source.sourceId}-${source.row}`} className="cw-pair-source">
          <CitationLink citation={source} />
          <p>{cellsOf(source)}</p>
        </div>
      ))}
      {sources.length === 0 && <p className="cw-quiet cw-source-none">{t("link.source.none")}</p>}
    </>
  );
}

export function SourceRows({
  sources,
  box,
}: {
  readonly sources: PairExplanation["sources"];
  readonly box: RefObject<HTMLDivElement | null>;
}) {
  const t = useWords();
  return (
    <Panel className="cw-pair-sources" title={t("link.source.title")} note={formatCount(sources.length)}>
      <div ref={box}>
        <SourceList sources={sources} />
      </div>
    </Panel>
  );
}
