// Memos of two banks: the same words in another order or cut short. Similarity is the larger of the Indel ratio and that of the sorted tokens
// (2 · longest common subsequence / both lengths), bit-parallel (H. Hyyrö, Bit-parallel LCS-length computation revisited, 2004).
import { memoEdges } from "./features.ts";

const longest = 128;
const wordBits = 32;
const nullWords = new Set(["", "null", "none", "nan", "n a", "无", "空"]);

/** NFKC, lower case, punctuation to space; "" where nothing is said. */
export function tidyMemo(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return nullWords.has(plain) ? "" : plain.slice(0, longest);
}

const sortTokens = (text: string): string => (text.includes(" ") ? text.split(" ").sort().join(" ") : text);

const unitsOf = (text: string): Uint16Array => Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

export interface MemoList {
  /** Number of the tidied text of every row, -1 where it says nothing. */
  readonly ids: Int32Array;
  readonly texts: readonly Uint16Array[];
  /** Null where the tokens stand in order already. */
  readonly sorted: readonly (Uint16Array | null)[];
  /** How often each text stands in both books together. */
  readonly counts: Int32Array;
  readonly tidied: readonly string[];
}

/** Both books share the numbers of their texts. */
export function listMemos(books: readonly (readonly string[])[]): { readonly lists: readonly Int32Array[] } & Omit<MemoList, "ids"> {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const lists = books.map((memos) =>
    Int32Array.from(memos, (memo) => {
      const text = tidyMemo(memo);
      if (text === "") return -1;
      const id = numbers.get(text) ?? numbers.size;
      numbers.set(text, id);
      counts[id] = (counts[id] ?? 0) + 1;
      return id;
    }),
  );
  const tidied = [...numbers.keys()];
  const sorted = tidied.map((text) => {
    const other = sortTokens(text);
    return other === text ? null : unitsOf(other);
  });
  return { lists, tidied, texts: tidied.map(unitsOf), sorted, counts: Int32Array.from(counts) };
}

/** One memo held against many: the bit masks of its letters are laid once. */
class Pattern {
  private readonly masks = new Uint32Array((longest / wordBits) * 65_536);
  private units: Uint16Array = new Uint16Array(0);
  private words = 0;

  lay(units: Uint16Array): void {
    for (const unit of this.units) for (let k = 0; k < this.words; k++) this.masks[k * 65_536 + unit] = 0;
    this.units = units;
    this.words = Math.ceil(units.length / wordBits);
    units.forEach((unit, i) => {
      this.masks[(i >>> 5) * 65_536 + unit]! |= 1 << (i & 31);
    });
  }

  common(other: Uint16Array): number {
    let common = 0;
    if (this.words === 1) return countZeros(this.run(other), this.units.length);
    const [rows, carries] = [new Uint32Array(this.words).fill(0xffffffff), this.words];
    for (const unit of other) {
      let carry = 0;
      for (let k = 0; k < carries; k++) {
        const row = rows[k]!;
        const hit = (row & this.masks[k * 65_536 + unit]!) >>> 0;
        const sum = row + hit + carry;
        carry = sum > 0xffffffff ? 1 : 0;
        rows[k] = (sum | (row - hit)) >>> 0;
      }
    }
    for (let k = 0; k < this.words; k++) common += countZeros(rows[k]!, Math.min(wordBits, this.units.length - k * wordBits));
    return common;
  }

  private run(other: Uint16Array): number {
    let row = 0xffffffff;
    for (let i = 0; i < other.length; i++) {
      const hit = (row & this.masks[other[i]!]!) >>> 0;
      row = ((row + hit) | (row - hit)) >>> 0;
    }
    return row;
  }
}

function countZeros(row: number, length: number): number {
  let rest = length >= wordBits ? ~row : ~row & ((1 << length) - 1);
  rest -= (rest >>> 1) & 0x55555555;
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const lowest = memoEdges[memoEdges.length - 1]!;

const levelOfRatio = (ratio: number): number => {
  let level = 0;
  while (level < memoEdges.length && ratio < memoEdges[level]!) level++;
  return level + 1;
};

/** Levels of one memo against others: 0 the same text, then by similarity, the last for none worth the name. */
export class MemoComparer {
  private readonly plain = new Pattern();
  private readonly ordered = new Pattern();
  private readonly memos: Pick<MemoList, "texts" | "sorted">;
  private laid = -1;

  constructor(memos: Pick<MemoList, "texts" | "sorted">) {
    this.memos = memos;
  }

  levelOf(a: number, b: number): number {
    if (a === b) return 0;
    if (a !== this.laid) this.lay(a);
    const [textA, textB] = [this.memos.texts[a]!, this.memos.texts[b]!];
    const both = textA.length + textB.length;
    if ((2 * Math.min(textA.length, textB.length)) / both < lowest) return levelOfRatio(0);
    let common = this.plain.common(textB);
    if (this.memos.sorted[a] !== null || this.memos.sorted[b] !== null)
      common = Math.max(common, this.ordered.common(this.memos.sorted[b] ?? textB));
    return levelOfRatio((2 * common) / both);
  }

  private lay(a: number): void {
    this.laid = a;
    this.plain.lay(this.memos.texts[a]!);
    this.ordered.lay(this.memos.sorted[a] ?? this.memos.texts[a]!);
  }
}
