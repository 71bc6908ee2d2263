// Cuts JSON text into its items without holding all of it: the elements of one array, or one value after another (json lines).
const maxItemCharacters = 2 ** 26;

export class JsonItems {
  #text = "";
  #at = 0;
  #start = -1;
  #depth = 0;
  #isString = false;
  /** Depth of the items: 1 inside an array, 0 in lines. */
  #itemDepth = -1;

  /** Texts of the items that are complete. */
  push(chunk: string): string[] {
    this.#text = this.#text.slice(this.#start < 0 ? this.#at : this.#start) + chunk;
    this.#at = this.#start < 0 ? 0 : this.#at - this.#start;
    if (this.#start >= 0) this.#start = 0;
    if (this.#text.length > maxItemCharacters) throw new Error("json-item-too-long");
    const items: string[] = [];
    for (; this.#at < this.#text.length; this.#at += 1) this.#step(this.#text[this.#at]!, items);
    return items;
  }

  finish(): string[] {
    const items: string[] = [];
    this.#close(items);
    if (this.#isString || this.#depth > 0) throw new Error("json-cut-off");
    return items;
  }

  #step(character: string, items: string[]): void {
    if (this.#isString) this.#stepString(character);
    else if (character === '"') {
      this.#begin();
      this.#isString = true;
    } else if (character === "[" || character === "{") this.#enter(character);
    else if (character === "]" || character === "}") this.#leave(items);
    else if (this.#isBreak(character)) this.#close(items);
    else if (!/\s/.test(character)) this.#begin();
  }

  #stepString(character: string): void {
    if (character === "\\") this.#at += 1;
    else if (character === '"') this.#isString = false;
  }

  #isBreak(character: string): boolean {
    return this.#depth === this.#itemDepth && (character === "," || (this.#itemDepth === 0 && (character === "\n" || character === "\r")));
  }

  #enter(character: string): void {
    if (this.#itemDepth < 0 && character === "[" && this.#startsArray()) this.#itemDepth = 1;
    else this.#begin();
    this.#depth += 1;
  }

  /** An array at the very beginning is the list of items, unless it is the first of many lines. */
  #startsArray(): boolean {
    const lines = /^([^\r\n]*)[\r\n]+\s*\S/.exec(this.#text.slice(this.#at));
    return lines === null || !isJson(lines[1]!);
  }

  #leave(items: string[]): void {
    if (this.#depth === this.#itemDepth) this.#close(items);
    this.#depth -= 1;
    if (this.#depth < 0) throw new Error("json-bracket");
    if (this.#depth === 0 && this.#itemDepth === 0) {
      this.#at += 1;
      this.#close(items);
      this.#at -= 1;
    }
  }

  #begin(): void {
    if (this.#itemDepth < 0) this.#itemDepth = 0;
    if (this.#start < 0) this.#start = this.#at;
  }

  #close(items: string[]): void {
    if (this.#start >= 0) items.push(this.#text.slice(this.#start, this.#at).trim());
    this.#start = -1;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
