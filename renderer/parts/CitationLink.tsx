// A source row as a link: opens the drawer with the raw rows around it, from anywhere.
import type { Citation } from "../../shared/model/source.ts";
import { useWords } from "../i18n/index.ts";
import { openCitation } from "../state/citation.ts";

/** A sheet that is called like its file, in whatever folder, says nothing more. */
const isNamedAlike = (source: string, sheet: string): boolean => source.replace(/^.*\//, "").replace(/\.[^.]*$/, "") === sheet;

export function CitationLink({ citation }: { readonly citation: Citation }) {
  const t = useWords();
  const { source, sheet, sourceId, row } = citation;
  return (
    <button type="button" className="cw-citation" onClick={() => openCitation(sourceId, row)} title={source}>
      <span className="cw-citation-name">{source}</span>
      <span className="cw-citation-row">
        {sheet === null || isNamedAlike(source, sheet) ? t("frame.citation.row", { row }) : t("frame.citation.sheetRow", { sheet, row })}
      </span>
    </button>
  );
}
