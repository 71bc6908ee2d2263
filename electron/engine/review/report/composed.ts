// Lays what a unit composed over a report that was made anew: sections left out, sentences in other words, and what of it no longer has a place.
import { createHash } from "node:crypto";
import type { Masker } from "../../../../shared/review/masker.ts";
import type { Block, Sentence } from "../../../../shared/review/paper/paper.ts";
import type { ReportDraft } from "../../../../shared/review/reportDraft.ts";

export interface KeyedSentence extends Sentence {
  readonly key: string;
  /** Null where it was not put in other words. */
  readonly original: string | null;
}

export interface Section {
  readonly section: number;
  readonly title: string;
  readonly isOff: boolean;
  readonly blocks: readonly Block[];
  /** Statements in reading order; a row of a table that cites is one. */
  readonly sentences: ReadonlyMap<Block, readonly KeyedSentence[]>;
}

const keyLength = 12;

/** By section and rows, or by what it is: the same whatever the language and the masking, and still the same when a figure in it changes. */
function keysOf(section: number): (sentence: Sentence) => string {
  const seen = new Map<string, number>();
  return ({ citations, id }) => {
    const rows = citations.map(({ sourceId, row, column }) => [sourceId, row, column]);
    const hash = createHash("sha256")
      .update(JSON.stringify([section, id ?? rows]))
      .digest("hex")
      .slice(0, keyLength);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return count === 1 ? hash : `${hash}-${count}`;
  };
}

export function sentencesIn(block: Block): readonly Sentence[] {
  if (block.kind === "paragraph") return block.sentences;
  if (block.kind === "points") return block.items;
  if (block.kind !== "table") return [];
  return (block.citations ?? []).map((citations, row) => ({
    text: block.table.rows[row]!.filter((cell) => cell !== "").join(" "),
    citations,
  }));
}

function splitSections(blocks: readonly Block[]): readonly { readonly title: string; readonly blocks: readonly Block[] }[] {
  const sections: { title: string; blocks: Block[] }[] = [{ title: "", blocks: [] }];
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 1) sections.push({ title: block.text, blocks: [block] });
    else sections.at(-1)!.blocks.push(block);
  }
  return sections;
}

/** Rewritten statements of a paragraph or a list; rows of tables stay as they are. */
function rewritten(block: Block, sentences: readonly KeyedSentence[]): Block {
  if (block.kind === "paragraph") return { ...block, sentences };
  return block.kind === "points" ? { ...block, items: sentences } : block;
}

/** Sections in order; 0 is what stands before the first heading. */
export function composeSections(blocks: readonly Block[], { off, rewrites }: ReportDraft, show: Masker): readonly Section[] {
  return splitSections(blocks).map(({ title, blocks: own }, section) => {
    const keyOf = keysOf(section);
    const sentences = new Map<Block, readonly KeyedSentence[]>();
    const shown = own.map((block) => {
      const keyed = sentencesIn(block).map((sentence): KeyedSentence => {
        const key = keyOf(sentence);
        const other = block.kind === "table" ? undefined : rewrites[key];
        return other === undefined
          ? { ...sentence, key, original: null }
          : { ...sentence, text: show.text(other), key, original: sentence.text };
      });
      const next = rewritten(block, keyed);
      sentences.set(next, keyed);
      return next;
    });
    return { section, title, isOff: off.includes(section), blocks: shown, sentences };
  });
}

/** What was written for places that this report does not have. */
export function leftOver({ edits, rewrites }: ReportDraft, sections: readonly Section[]): readonly string[] {
  const keys = new Set(sections.flatMap(({ sentences }) => [...sentences.values()].flat().map(({ key }) => key)));
  const places = new Set(sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "editable" ? [block.id] : []))));
  const lost = (texts: Readonly<Record<string, string>>, known: ReadonlySet<string>) =>
    Object.entries(texts).flatMap(([key, text]) => (known.has(key) ? [] : [text]));
  return [...lost(edits, places), ...lost(rewrites, keys)];
}

const chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"];

/** `三、…` and `3. …` count anew where a section before was left out. */
function renumber(title: string, number: number): string {
  return title.replace(/^[一二三四五六七八九十]+、/, `${chinese[number - 1] ?? number}、`).replace(/^\d+\. /, `${number}. `);
}

/** The blocks that print. */
export function printedBlocks(sections: readonly Section[]): readonly Block[] {
  let number = 0;
  return sections
    .filter(({ isOff }) => !isOff)
    .flatMap(({ blocks, title }) => {
      if (title !== "") number++;
      return blocks.map((block) =>
        block.kind === "heading" && block.level === 1 ? { ...block, text: renumber(block.text, number) } : block,
      );
    });
}
