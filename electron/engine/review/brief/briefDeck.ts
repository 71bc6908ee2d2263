// A briefing as slides: a title, then each section with its statements and tables, the rows behind them at the foot and whole in the notes.
import { citationWithFile } from "../../../../shared/review/paper/citation.ts";
import type { Block, PaperHead } from "../../../../shared/review/paper/paper.ts";
import { longGap } from "../../../../shared/review/paper/plainText.ts";
import type { Say } from "../../../../shared/review/paper/say.ts";
import type { Table } from "../../../../shared/review/paper/table.ts";
import type { Slide } from "../../../../shared/review/stage/deck.ts";
import { layOutBody, type SlideBody } from "../../../../shared/review/stage/slideBody.ts";
import { canvasBox, fitText, stageSizes, wrapText } from "../../../../shared/review/stage/stageLook.ts";
import { statementsOf } from "../report/appendix.ts";

interface Part {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const noDrawing: Slide["drawing"] = { box: canvasBox(false), nodes: [], links: [], panels: [], view: { scale: 1, dx: 0, dy: 0 } };
const [captionWidth, sourceSize, sourceWidth, mostSourceLines] = [1360, 20, 1800, 5] as const;

function partsOf(blocks: readonly Block[]): readonly Part[] {
  const parts: { title: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    // The summary has a heading of the second level: it stands before the sections.
    if (block.kind === "heading" && (block.level === 1 || parts.length === 0)) parts.push({ title: block.text, blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

const words: { readonly [Kind in Block["kind"]]?: (block: Extract<Block, { readonly kind: Kind }>) => readonly string[] } = {
  paragraph: ({ sentences }) => sentences.map(({ text }) => text),
  points: ({ items }) => items.map(({ text }) => text),
  facts: ({ lines }) => lines,
  editable: ({ text }) => text.split("\n").filter((line) => line.trim() !== ""),
};

const wordsOf = (block: Block): readonly string[] =>
  (words[block.kind] as ((block: Block) => readonly string[]) | undefined)?.(block) ?? [];

const tablesOf = (blocks: readonly Block[]): readonly Table[] => blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));

function notesOf(part: Part, say: Say): string {
  return statementsOf(part.blocks)
    .filter(({ citations }) => citations.length > 0)
    .map(({ text, citations }) => `${text}（${citationWithFile(citations, say)}）`)
    .join("\n");
}

function partSlides(part: Part, head: readonly string[], say: Say): readonly Omit<Slide, "number">[] {
  const points = part.blocks.flatMap(wordsOf);
  const tables = tablesOf(part.blocks);
  if (points.length === 0 && tables.length === 0) return [];
  const cited = statementsOf(part.blocks).flatMap(({ citations }) => citations);
  const sources =
    cited.length === 0
      ? []
      : wrapText(say("review.stage.sources", { rows: citationWithFile(cited, say) }), sourceSize, sourceWidth).slice(0, mostSourceLines);
  return layOutBody(points, tables).map((body: SlideBody, i) => ({
    caption: wrapText(i === 0 ? part.title : say("brief.slide.more", { title: part.title }), stageSizes.caption, captionWidth).slice(0, 2),
    line: [],
    head,
    drawing: noDrawing,
    body,
    notes: i === 0 ? notesOf(part, say) : "",
    sources,
  }));
}

export interface BriefDeck {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly head: PaperHead;
  readonly isMasked: boolean;
}

/** Under the title: which issue of whom, of which day. */
function headLine({ unit, issue, date }: PaperHead): readonly string[] {
  const text = [issue, unit === longGap ? "" : unit, date].filter((part) => part !== "").join(" · ");
  return text === "" ? [] : [fitText(text, stageSizes.line, captionWidth)];
}

/** For whose eyes it is stands on every slide: slides are shown one by one. */
export function briefSlides({ title, blocks, head, isMasked }: BriefDeck, say: Say): readonly Slide[] {
  const corner = [head.notice, isMasked ? say("review.stage.masked") : ""].filter((part) => part !== "");
  const parts = partsOf(blocks);
  const first = {
    caption: wrapText(title, stageSizes.caption, captionWidth),
    line: headLine(head),
    head: [...corner, ...head.people],
    drawing: noDrawing,
    body: layOutBody(
      parts.map((part) => part.title),
      [],
    )[0]!,
    notes: "",
    sources: [],
  };
  return [first, ...parts.flatMap((part) => partSlides(part, corner, say))].map((slide, i) => ({ ...slide, number: i + 1 }));
}
