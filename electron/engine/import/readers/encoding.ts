// Finds out how a text is encoded, by reading all of it: byte order mark, pattern of NULs, strict UTF-8, then GB18030.
// Statistical guessers take short GB18030 texts for Big5 or KOI8-R, so none is used.
import { isUtf8 } from "node:buffer";

export interface EncodingVerdict {
  /** Label for TextDecoder. */
  readonly label: string;
  /** Bytes of the byte order mark. */
  readonly markBytes: number;
  /** Some lines are in the other one of UTF-8 and GB18030: decode line by line. */
  readonly isMixed: boolean;
}

const headBytes = 64 * 1024;
const voteBytes = 4 * 2 ** 20;

export function readMark(head: Buffer): { label: string; markBytes: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { label: "utf-8", markBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { label: "utf-16le", markBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { label: "utf-16be", markBytes: 2 };
  return null;
}

/** UTF-16 without a mark: digits, separators and line ends leave NULs on one side only, each beside a printable character. */
export function readNulPattern(head: Buffer): string | null {
  const pairs = [0, 0];
  let odd = 0;
  const length = Math.min(head.length, headBytes);
  for (let at = 0; at + 1 < length; at += 2) {
    const [first, second] = [head[at]!, head[at + 1]!];
    if (first !== 0 && second !== 0) continue;
    if (isPrintable(first + second)) pairs[second === 0 ? 0 : 1]! += 1;
    else odd += 1;
  }
  const [little, big] = pairs as [number, number];
  const most = Math.max(little, big);
  if (most < Math.max(2, length / 20) || (odd + Math.min(little, big)) * 20 > most) return null;
  return little > big ? "utf-16le" : "utf-16be";
}

const isPrintable = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13;

/** Takes the chunks of a text one after another and says at the end how it is encoded. */
export class EncodingScan {
  #head: Buffer | null = null;
  #tail: Buffer = Buffer.alloc(0);
  #isUtf8 = true;
  #votes = { utf8: 0, other: 0, bytes: 0 };
  #hasUtf8Run = false;

  push(chunk: Buffer): void {
    this.#head ??= chunk.subarray(0, headBytes);
    const joined = this.#tail.length > 0 ? Buffer.concat([this.#tail, chunk]) : chunk;
    const cut = joined.lastIndexOf(0x0a) + 1;
    // A chunk without a line end is cut where a character of UTF-8 begins.
    const end = cut > 0 ? cut : lastWholeCharacter(joined);
    this.#look(joined.subarray(0, end));
    this.#tail = joined.subarray(end);
  }

  #look(lines: Buffer): void {
    const valid = isUtf8(lines);
    if (!valid) this.#isUtf8 = false;
    if (this.#votes.bytes < voteBytes) this.#vote(lines);
    if (!valid && !this.#hasUtf8Run) this.#hasUtf8Run = splitLines(lines).some(isSurelyUtf8);
  }

  #vote(lines: Buffer): void {
    this.#votes.bytes += lines.length;
    for (const line of splitLines(lines)) {
      if (!hasHighByte(line)) continue;
      if (isUtf8(line)) this.#votes.utf8 += 1;
      else this.#votes.other += 1;
    }
  }

  finish(): EncodingVerdict {
    if (this.#tail.length > 0) this.#look(this.#tail);
    const head = this.#head ?? Buffer.alloc(0);
    const mark = readMark(head);
    if (mark && mark.label !== "utf-8") return { ...mark, isMixed: false };
    const wide = mark ? null : readNulPattern(head);
    if (wide) return { label: wide, markBytes: 0, isMixed: false };
    const markBytes = mark?.markBytes ?? 0;
    if (this.#isUtf8) return { label: "utf-8", markBytes, isMixed: false };
    if (this.#votes.utf8 > this.#votes.other) return { label: "utf-8", markBytes, isMixed: true };
    return { label: "gb18030", markBytes, isMixed: this.#hasUtf8Run };
  }
}

/** Where the last character of UTF-8 that may be cut begins. */
function lastWholeCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length - back + 1;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

export function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from) + 1 || bytes.length;
    lines.push(bytes.subarray(from, end));
    from = end;
  }
  return lines;
}

function hasHighByte(line: Buffer): boolean {
  for (let at = 0; at < line.length; at += 1) if (line[at]! >= 0x80) return true;
  return false;
}

const wideRuns = /(?:[\xe3-\xe9\xef][\x80-\xbf]{2}[^\x80-\xff]*){4}/;

/** A line that is UTF-8 with four or more characters of three bytes; GB18030 looks like that once in 10^9 lines. */
export function isSurelyUtf8(line: Buffer): boolean {
  return isUtf8(line) && hasHighByte(line) && wideRuns.test(line.toString("latin1"));
}
