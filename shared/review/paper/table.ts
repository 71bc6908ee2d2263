// A table as it leaves the workbench: headings and rows of text, the same for a spreadsheet, a page and a text file.

export interface TableColumn {
  readonly heading: string;
  /** Width in Chinese characters, for pages and spreadsheets. */
  readonly width: number;
  readonly align?: "left" | "right" | "centre";
  /** What its cells are where a spreadsheet can reckon with them; text otherwise. A cell of another form is written as text. */
  readonly form?: CellForm;
}

/** money: `1,627,916.50` · count: `12` · decimal: `+8.2` · time: `2026-11-22 21:19:00` or a day alone. */
export type CellForm = "money" | "count" | "decimal" | "time";

export interface Table {
  readonly columns: readonly TableColumn[];
  /** As many cells a row as there are columns. Several lines in a cell stand apart by "\n". */
  readonly rows: readonly (readonly string[])[];
}
