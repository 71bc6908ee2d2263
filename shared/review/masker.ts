// One masker for a workspace: labels, cells under their headings, file names and free text, by what the workspace knows.
import { normaliseHeading } from "../import/heading.ts";
import { rowKindSpecs } from "../import/targets/index.ts";
import { isBareName, maskLabel, maskName, maskValueOf } from "./mask.ts";
import { findPersonalSpans, type Known } from "./personalSpans.ts";

/** How values leave the engine. All three keep the length of a text. */
export interface Masker {
  label(kind: string, label: string): string;
  text(text: string): string;
  /** A value of a target (`person.name`), of an attribute, or under a heading. */
  cell(column: string, text: string): string;
  fileName(name: string): string;
}

const targets = rowKindSpecs.flatMap((spec) => spec.targets);
const kindOfTarget = new Map(targets.map(({ name, kind }) => [name, kind]));
const kindOfHeading = new Map(targets.toReversed().flatMap(({ kind, words }) => words.map((word) => [normaliseHeading(word), kind])));
const titleWords = rowKindSpecs.flatMap(({ titles }) => titles).filter((word) => word.length > 1);

/** The kind of value that a target or a heading announces; a heading that only ends in a known word means the same. */
export function valueKindOf(column: string): string {
  const target = kindOfTarget.get(column) ?? kindOfTarget.get(column.replace(/\*?$/, "*"));
  if (target !== undefined) return target;
  const heading = normaliseHeading(column);
  const known = kindOfHeading.get(heading);
  if (known !== undefined) return known;
  return /(?:姓名|户名|name)$/.test(heading) ? "name" : "";
}

/** Pieces between the signs of a file name: one that reads as a name, and is no word for what files hold, is one. */
function maskFileName(name: string, text: (part: string) => string): string {
  return text(name).replace(/(?<![\p{Script=Han}*])\p{Script=Han}{2,4}(?=[/\\\s_\-—－+.()（）\d*]|$)/gu, (piece) =>
    isBareName(piece) && !titleWords.some((word) => piece.includes(word)) && !fileWords.test(piece) ? maskName(piece) : piece,
  );
}

const fileWords =
  /[表册账单据件数据文流余卷市县区镇村所队局]$|余额|流水|明细|记录|通话|通讯|交易|时间|安全|全部|全量|高危|金额|资金|方案|成果/u;

/** Most cells of statements and call records: nobody's. */
const timeOrAmount =
  /^(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?|[-+]?[\d,]{1,12}\.\d{1,2}|\d{1,2}:\d{2}(?::\d{2})?)$/;

const mostRemembered = 20_000;

export function createMasker(known: Known): Masker {
  const remembered = new Map<string, string>();
  const search = (text: string): string => {
    let shown = "";
    let at = 0;
    for (const span of findPersonalSpans(text, known)) {
      shown += text.slice(at, span.start) + span.mask(text.slice(span.start, span.end));
      at = span.end;
    }
    return shown + text.slice(at);
  };
  const text = (one: string): string => {
    if (one.length < 2 || timeOrAmount.test(one)) return one;
    const before = remembered.get(one);
    if (before !== undefined) return before;
    const shown = search(one);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(one, shown);
    return shown;
  };
  return {
    label: (kind, label) => (kind === "place" || kind === "case" || kind === "thing" ? text(label) : maskLabel(kind, text(label))),
    text,
    cell: (column, value) => {
      const shown = maskValueOf(valueKindOf(column), value);
      return shown === null || shown === value ? text(value) : shown;
    },
    fileName: (name) => maskFileName(name, text),
  };
}

/** Lets everything through. */
export const openMasker: Masker = {
  label: (_kind, label) => label,
  text: (text) => text,
  cell: (_column, text) => text,
  fileName: (name) => name,
};
