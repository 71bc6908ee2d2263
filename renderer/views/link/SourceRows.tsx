// Every source row that the evidence of a pair stands on; a click opens the file at the row.
import type { RefObject } from "react";
import type { PairExplanation } from "../../../shared/link/calls.ts";
import { useWords } from "../../i18n/index.ts";
import { CitationLink, formatCount, Panel, useMaskText } from "../../parts/index.ts";

export function SourceRows({
  sources,
  box,
}: {
  readonly sources: PairExplanation["sources"];
  readonly box: RefObject<HTMLDivElement | null>;
}) {
  const t = useWords();
  const mask = useMaskText();
  return (
    <Panel className="cw-pair-sources" title={t("link.source.title")} note={formatCount(sources.length)}>
      <div ref={box}>
        {sources.map((source) => (
          <div key={`${source.sourceId}-${source.row}`} className="cw-pair-source">
            <CitationLink citation={source} />
            <p title={mask(source.text)}>{mask(source.text)}</p>
          </div>
        ))}
        {sources.length === 0 && <p className="cw-quiet cw-source-none">{t("link.source.none")}</p>}
      </div>
    </Panel>
  );
}
