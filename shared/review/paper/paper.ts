// What is printed, before it has a format: blocks in reading order. The writers for DOCX and PDF know these blocks and nothing of cases.
import type { CitedRow } from "./citation.ts";
import type { Table } from "./table.ts";

/** A statement and the rows that say it; without rows it must be one of the unit's own words. */
export interface Sentence {
  readonly text: string;
  readonly citations: readonly CitedRow[];
  /** What the statement is, where figures and rows in it may change: words put in its place stay with it. */
  readonly id?: string;
  /** The figures in it, by name. */
  readonly figures?: Readonly<Record<string, number | string>>;
}

/** A picture as SVG, and the same in pixels for readers that cannot draw it. Sizes in points. */
export interface Figure {
  readonly svg: string;
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  /** Small facts under the title: number, moment, unit. */
  | { readonly kind: "facts"; readonly lines: readonly string[] }
  | { readonly kind: "paragraph"; readonly sentences: readonly Sentence[] }
  | { readonly kind: "points"; readonly items: readonly Sentence[] }
  /** `citations` of a row stand in a note at its last cell. `isForm`: read by a clerk at arm's length, in larger letters. */
  | { readonly kind: "table"; readonly table: Table; readonly citations?: readonly (readonly CitedRow[])[]; readonly isForm?: boolean }
  | { readonly kind: "figure"; readonly figure: Figure; readonly caption: string }
  /** Words of the unit: kept when the document is written anew over the file that holds them. */
  | { readonly kind: "editable"; readonly id: string; readonly prompt: string; readonly text: string }
  | { readonly kind: "signatures"; readonly words: readonly string[] }
  | { readonly kind: "pageBreak" };

/** What stands about the title of what a unit circulates; "" where it says nothing. */
export interface PaperHead {
  /** Over the title: for whose eyes it is. */
  readonly notice: string;
  /** 第12期. */
  readonly issue: string;
  readonly unit: string;
  readonly date: string;
  /** 编稿：钱警官, 审签：孙支队长; the names alone are for templates. */
  readonly people: readonly string[];
  readonly drafted: string;
  readonly approved: string;
}

export interface Paper {
  readonly title: string;
  readonly head?: PaperHead;
  readonly isLandscape: boolean;
  /** Who printed it, when, from what: on every page. */
  readonly footer: string;
  readonly blocks: readonly Block[];
}
