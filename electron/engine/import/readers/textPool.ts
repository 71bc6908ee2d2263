// The shared strings of a workbook as one block of UTF-8 with the place of each: a million of them take half of what as many texts do, and
// none of them keeps the piece of XML alive from which it was cut.

const firstBytes = 2 ** 16;
const firstTexts = 2 ** 10;
/** Texts at hand by the lower bits of their number: names and banks come in every row. What is asked for only once never drives them out. */
const atHand = 2 ** 16;
const bytesACharacter = 3;

export class TextPool {
  private bytes: Buffer = Buffer.allocUnsafeSlow(firstBytes);
  private ends = new Float64Array(firstTexts);
  private count = 0;
  private readonly recent = new Array<string>(atHand).fill("");
  private readonly recentNumber = new Int32Array(atHand).fill(-1);
  /** 1 for texts that were asked for before. */
  private asked = new Uint8Array(firstTexts);

  add(text: string): void {
    const start = this.count === 0 ? 0 : this.ends[this.count - 1]!;
    const needed = start + text.length * bytesACharacter;
    if (needed > this.bytes.length) this.growBytes(needed);
    if (this.count === this.ends.length) this.growEnds();
    this.ends[this.count] = start + this.bytes.write(text, start);
    this.count += 1;
  }

  /** "" for a number that no text has. */
  get(number: number): string {
    if (!(number >= 0 && number < this.count) || !Number.isInteger(number)) return "";
    const place = number & (atHand - 1);
    if (this.recentNumber[place] === number) return this.recent[place]!;
    const text = this.bytes.toString("utf8", number === 0 ? 0 : this.ends[number - 1]!, this.ends[number]!);
    if (this.asked[number] === 1) {
      this.recent[place] = text;
      this.recentNumber[place] = number;
    }
    this.asked[number] = 1;
    return text;
  }

  private growBytes(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, Math.ceil(this.bytes.length * 1.5)));
    this.bytes.copy(larger);
    this.bytes = larger;
  }

  private growEnds(): void {
    const larger = new Float64Array(this.ends.length * 2);
    larger.set(this.ends);
    this.ends = larger;
    const asked = new Uint8Array(larger.length);
    asked.set(this.asked);
    this.asked = asked;
  }
}
