// A small, fast scanner for the XML of workbooks. It knows elements, attributes, text and the five entities; a document type is
// refused (no entity can be declared), and nothing is kept but the piece at hand.
export interface XmlHandlers {
  /** `name` without prefix; `attributes` as written, read by `attributeOf`. An empty element is opened and closed. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text may come in pieces. */
  text(value: string): void;
  /** Where given: takes a whole element that begins at `from` by itself, and answers where it ends; -1 leaves it to the scanner. */
  take?(text: string, from: number): number;
}

const maxTagCharacters = 2 ** 16;

export class XmlScanner {
  readonly #handlers: XmlHandlers;
  #rest = "";

  constructor(handlers: XmlHandlers) {
    this.#handlers = handlers;
  }

  push(chunk: string): void {
    const text = this.#rest + chunk;
    const handlers = this.#handlers;
    let at = 0;
    for (;;) {
      const tag = text.indexOf("<", at);
      if (tag < 0) break;
      if (tag > at) handlers.text(decodeEntities(text.slice(at, tag)));
      const taken = handlers.take?.(text, tag) ?? -1;
      const end = taken < 0 ? this.#readMarkup(text, tag) : taken;
      if (end < 0) {
        at = tag;
        break;
      }
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > maxTagCharacters && this.#rest.startsWith("<") && !this.#rest.startsWith("<!"))
      throw new Error("xml-tag-too-long");
  }

  finish(): void {
    if (this.#rest.trim() !== "") throw new Error("xml-cut-off");
  }

  /** Answers where the markup ends, -1 when it goes on in the next chunk. */
  #readMarkup(text: string, tag: number): number {
    const mark = text[tag + 1];
    if (mark === "?") return after(text, "?>", tag);
    if (mark === "!") return this.#readDeclaration(text, tag);
    const end = tagEnd(text, tag);
    if (end < 0) return -1;
    if (mark === "/") this.#handlers.close(localName(text.slice(tag + 2, end)));
    else this.#readElement(text, tag + 1, end);
    return end + 1;
  }

  #readElement(text: string, from: number, end: number): void {
    const isEmpty = text[end - 1] === "/";
    const inner = text.slice(from, isEmpty ? end - 1 : end);
    const blank = blankIn(inner);
    const name = localName(blank < 0 ? inner : inner.slice(0, blank));
    this.#handlers.open(name, blank < 0 ? "" : inner.slice(blank));
    if (isEmpty) this.#handlers.close(name);
  }

  #readDeclaration(text: string, tag: number): number {
    if (text.length - tag < 9) return -1;
    if (text.startsWith("<!--", tag)) return after(text, "-->", tag + 4);
    if (!text.startsWith("<![CDATA[", tag)) throw new Error("xml-doctype");
    const end = text.indexOf("]]>", tag);
    if (end < 0) return -1;
    this.#handlers.text(text.slice(tag + 9, end));
    return end + 3;
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** `>` may stand inside a quoted attribute. */
function tagEnd(text: string, tag: number): number {
  let end = text.indexOf(">", tag);
  // Usual tags end in a name or in a closing quotation mark: only the others are looked through.
  while (end >= 0 && !endsPlainly(text, tag, end) && hasOpenQuote(text, tag, end)) end = text.indexOf(">", end + 1);
  return end;
}

const quoteCode = 0x22;

function endsPlainly(text: string, tag: number, end: number): boolean {
  const last = text.charCodeAt(end - 1) === 0x2f ? end - 2 : end - 1;
  if (text.charCodeAt(last) !== quoteCode) return end - tag < 8;
  const before = text.charCodeAt(last - 1);
  return before !== 0x3d && before !== 0x27;
}

function hasOpenQuote(text: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (quote === 0 && (code === 0x22 || code === 0x27)) quote = code;
    else if (code === quote) quote = 0;
  }
  return quote !== 0;
}

function blankIn(text: string): number {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) <= 0x20) return at;
  return -1;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1).trimEnd();

/** Value of an attribute, whatever its prefix; null when it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  const sign = `${name}=`;
  for (let at = attributes.indexOf(sign); at >= 0; at = attributes.indexOf(sign, at + 1)) {
    const before = at === 0 ? 0 : attributes.charCodeAt(at - 1);
    if (before > 0x20 && before !== 0x3a) continue;
    const quote = attributes[at + name.length + 1]!;
    const from = at + name.length + 2;
    const end = attributes.indexOf(quote, from);
    return decodeEntities(attributes.slice(from, end < 0 ? undefined : end));
  }
  return null;
}

const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, body: string) => {
    if (!body.startsWith("#")) return named.get(body) ?? whole;
    const code = body[1] === "x" || body[1] === "X" ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}
