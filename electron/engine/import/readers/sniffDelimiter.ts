// Guesses what stands between cells: the candidate that splits most rows of the first lines into the same number of cells.
import { RecordSplitter } from "./splitRecords.ts";

export interface Shape {
  readonly delimiter: string;
  /** Cells of most rows. */
  readonly width: number;
}

// The full-width comma is also ordinary punctuation of Chinese text, so it counts half.
const candidates: readonly { readonly delimiter: string; readonly weight: number }[] = [
  { delimiter: ",", weight: 1 },
  { delimiter: "\t", weight: 1 },
  { delimiter: ";", weight: 0.99 },
  { delimiter: "|", weight: 0.99 },
  { delimiter: "，", weight: 0.5 },
];

/** Lists of pairs are often parted by one blank: only where nothing else parts anything, since blanks stand in every text. */
const blank = { delimiter: " ", least: 0.8, widest: 3 } as const;

const sampleRows = 400;

/** `head` are the first characters of the text; its last line may be cut. */
export function sniffShape(head: string, quotes: boolean, forced?: string): Shape {
  const delimiters = forced === undefined ? candidates : [{ delimiter: forced === "\\t" ? "\t" : forced.slice(0, 1) || ",", weight: 1 }];
  let best: Shape = { delimiter: delimiters[0]!.delimiter, width: 1 };
  let bestScore = 0;
  for (const { delimiter, weight } of delimiters) {
    const { width, share } = measureWidth(head, delimiter, quotes);
    const score = width > 1 ? share * Math.log2(width + 1) * weight : 0;
    if (score > bestScore) {
      best = { delimiter, width };
      bestScore = score;
    }
  }
  if (best.width > 1 || forced !== undefined) return best;
  const { width, share } = measureWidth(withoutComments(head), blank.delimiter, quotes);
  return share >= blank.least && width <= blank.widest ? { delimiter: blank.delimiter, width } : best;
}

const withoutComments = (head: string): string =>
  head
    .split(/\r?\n/)
    .filter((line) => !/^\s*[#%]/.test(line))
    .join("\n");

function measureWidth(head: string, delimiter: string, quotes: boolean): { width: number; share: number } {
  const widths = sampleRecords(head, delimiter, quotes)
    .filter((cells) => cells.some((cell) => cell.trim() !== ""))
    .map((cells) => cells.length);
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width = 1, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  // Banners have one cell and can outnumber the rows of a short statement; a few commas in free text make no table.
  return count * 5 < widths.length ? { width: 1, share: 0 } : { width, share: count / widths.length };
}

function sampleRecords(head: string, delimiter: string, quotes: boolean): string[][] {
  const split = (withQuotes: boolean): string[][] => {
    const splitter = new RecordSplitter({ delimiter, quotes: withQuotes, width: 0 });
    const records = splitter.push(head);
    return records.length > 0 ? records : splitter.finish();
  };
  try {
    return split(quotes).slice(0, sampleRows);
  } catch {
    // A quotation mark that is not closed is reported when the rows are read; for the shape it does not matter.
    return split(false).slice(0, sampleRows);
  }
}
