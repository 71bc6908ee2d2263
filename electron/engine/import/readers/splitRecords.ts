// Splits delimited text into records, chunk by chunk. It never merges or drops rows: any line end counts, rows of any width
// are kept, and a quotation mark that is not closed is an error with its line rather than a cell that eats the rest.
export interface SplitOptions {
  /** One character. */
  readonly delimiter: string;
  readonly quotes: boolean;
  /** Cells of most rows; 0 while unknown. A quoted cell that holds whole rows of this width was never closed. */
  readonly width: number;
}

/** Thrown by `push` and `finish`; `line` is the physical line where the quotation mark stands. */
export class UnclosedQuote extends Error {
  readonly line: number;
  readonly column: number;
  constructor(line: number, column: number) {
    super(`quotation mark opened in line ${line} is not closed`);
    this.line = line;
    this.column = column;
  }
}

const maxQuotedCharacters = 2 ** 20;
const maxRecordCharacters = 2 ** 24;
const lineFeed = 10;
const carriageReturn = 13;
const byteOrderMark = 0xfeff;
const needMore = -1;

export class RecordSplitter {
  readonly #options: SplitOptions;
  #text = "";
  #line = 1;

  constructor(options: SplitOptions) {
    this.#options = options;
  }

  push(text: string): string[][] {
    this.#text += text;
    const records = this.#take(false);
    if (this.#text.length > maxRecordCharacters) throw new Error("record-too-long");
    return records;
  }

  finish(): string[][] {
    const records = this.#take(true);
    this.#text = "";
    return records;
  }

  #take(isLast: boolean): string[][] {
    const text = this.#text;
    const records: string[][] = [];
    const quotes = new Finder(text, this.#options.quotes ? '"' : "");
    const feeds = new Finder(text, "\n");
    const returns = new Finder(text, "\r");
    let from = 0;
    while (from < text.length) {
      // A byte order mark stands before every piece of files that were joined.
      if (text.charCodeAt(from) === byteOrderMark) from += 1;
      if (from === text.length) break;
      const end = Math.min(feeds.after(from), returns.after(from));
      const isCut = end >= text.length || (text[end] === "\r" && end + 1 === text.length);
      if (isCut && !isLast) break;
      if (quotes.after(from) < end) {
        const next = this.#takeQuoted(from, isLast, records);
        if (next === needMore) break;
        from = next;
      } else {
        records.push(text.slice(from, end).split(this.#options.delimiter));
        from = skipLineEnd(text, end);
        this.#line += 1;
      }
    }
    this.#text = text.slice(from);
    return records;
  }

  /** A record with quotation marks, cell by cell. Answers where the next record begins. */
  #takeQuoted(start: number, isLast: boolean, records: string[][]): number {
    const text = this.#text;
    const cells: string[] = [];
    let at = start;
    let line = this.#line;
    for (;;) {
      const cell = text[at] === '"' ? this.#readQuoted(at, line, cells.length, isLast) : this.#readPlain(at);
      if (cell === needMore) return needMore;
      cells.push(cell.value);
      line += cell.lines;
      at = cell.end;
      if (text[at] === this.#options.delimiter) at += 1;
      else break;
    }
    if (!isLast && (at >= text.length || (text[at] === "\r" && at + 1 === text.length))) return needMore;
    records.push(cells);
    this.#line = line + 1;
    return skipLineEnd(text, at);
  }

  #readPlain(at: number): Cell {
    const end = this.#cellEnd(at);
    return { value: this.#text.slice(at, end), end, lines: 0 };
  }

  #readQuoted(open: number, line: number, column: number, isLast: boolean): Cell | typeof needMore {
    const text = this.#text;
    let value = "";
    for (let from = open + 1; ; ) {
      const quote = text.indexOf('"', from);
      if (quote < 0 || quote + 1 - open > maxQuotedCharacters) {
        if (isLast || text.length - open > maxQuotedCharacters) throw new UnclosedQuote(line, column);
        return needMore;
      }
      if (quote + 1 >= text.length && !isLast) return needMore;
      value += text.slice(from, quote);
      if (text[quote + 1] === '"') {
        value += '"';
        from = quote + 2;
      } else return this.#closeQuoted(open, quote, value, line, column);
    }
  }

  /** After the closing mark: the cell ends, or the marks were part of the text, as in `"甲"(乙)`. */
  #closeQuoted(open: number, quote: number, value: string, line: number, column: number): Cell {
    const text = this.#text;
    const end = this.#cellEnd(quote + 1);
    const lines = countLineEnds(value);
    const isClosed = text.slice(quote + 1, end).trim() === "";
    if (lines > 0 && (!isClosed || this.#holdsRows(value))) throw new UnclosedQuote(line, column);
    return { value: isClosed ? value : text.slice(open, end), end, lines };
  }

  /** Two or more whole rows inside one cell: the mark that closed it belongs to another row. */
  #holdsRows(value: string): boolean {
    const { delimiter, width } = this.#options;
    if (width < 5) return false;
    const inner = value.split(/\r\n|\n|\r/).slice(1, -1);
    return inner.filter((line) => line.split(delimiter).length === width).length >= 2;
  }

  #cellEnd(at: number): number {
    const text = this.#text;
    const delimiter = this.#options.delimiter.charCodeAt(0);
    for (let end = at; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === delimiter || code === lineFeed || code === carriageReturn) return end;
    }
    return text.length;
  }
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly lines: number;
}

/** Next place of one character, looked up only when the last answer is passed. */
class Finder {
  readonly #text: string;
  readonly #character: string;
  #found = -1;
  constructor(text: string, character: string) {
    this.#text = text;
    this.#character = character;
    if (character === "") this.#found = text.length;
  }
  after(from: number): number {
    if (this.#found < from && this.#found < this.#text.length) {
      const found = this.#text.indexOf(this.#character, from);
      this.#found = found < 0 ? this.#text.length : found;
    }
    return this.#found;
  }
}

const skipLineEnd = (text: string, end: number): number => (text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1);

function countLineEnds(value: string): number {
  return value.match(/\r\n|\n|\r/g)?.length ?? 0;
}
