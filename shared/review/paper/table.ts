// A table as it leaves the workbench: headings and rows of text, the same for a spreadsheet, a page and a text file.

export interface TableColumn {
  readonly heading: string;
  /** Width in Chinese characters, for pages and spreadsheets. */
  readonly width: number;
  readonly align?: "left" | "right" | "centre";
}

export interface Table {
  readonly columns: readonly TableColumn[];
  /** As many cells a row as there are columns. Several lines in a cell stand apart by "\n". */
  readonly rows: readonly (readonly string[])[];
}
