// The appendix of a report: every statement with the cells that say it, then the files with their whole hashes.
import { type CitedSource, noteText, sourceTable } from "../../../../shared/review/paper/citation.ts";
import type { Block, Sentence } from "../../../../shared/review/paper/paper.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";
import { heading } from "./reportContext.ts";

/** All statements of a document in reading order; a row of a table that cites is one. */
export function statementsOf(blocks: readonly Block[]): Sentence[] {
  return blocks.flatMap((block): readonly Sentence[] => {
    if (block.kind === "paragraph") return block.sentences;
    if (block.kind === "points") return block.items;
    if (block.kind !== "table") return [];
    return (block.citations ?? []).map((citations, row) => ({
      text: block.table.rows[row]!.filter((cell) => cell !== "").join(" "),
      citations,
    }));
  });
}

const shownText = 30;

export function appendixBlocks(blocks: readonly Block[], sources: readonly CitedSource[], say: Say): Block[] {
  const statements = statementsOf(blocks);
  const rows = statements.flatMap(({ text, citations }, i) => {
    const head = [...text].length > shownText ? `${[...text].slice(0, shownText).join("")}…` : text;
    return citations.length === 0 ? [] : [[String(i + 1), head, noteText(citations, say)]];
  });
  const columns = [
    { heading: say("report.appendix.number"), width: 3, align: "centre" as const },
    { heading: say("report.appendix.statement"), width: 16 },
    { heading: say("report.appendix.rows"), width: 26 },
  ];
  return [
    { kind: "pageBreak" },
    heading(say("report.appendix.title")),
    { kind: "table", table: { columns, rows } },
    heading(say("report.sources.title"), 2),
    { kind: "table", table: sourceTable(sources, say) },
  ];
}
