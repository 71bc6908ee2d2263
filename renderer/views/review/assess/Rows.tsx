// The rows that say something, as many as stand beside a line.
import type { Citation } from "../../../../shared/model/source.ts";
import { CitationLink } from "../../../parts/index.ts";

const shown = 2;

export const Rows = ({ sources }: { readonly sources: readonly Citation[] }) => (
  <span className="cw-assess-rows">
    {sources.slice(0, shown).map((citation) => (
      <CitationLink key={`${citation.sourceId} ${citation.row}`} citation={citation} />
    ))}
  </span>
);
