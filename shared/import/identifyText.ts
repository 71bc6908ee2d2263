// Every identifier in a pasted text – a value, a line, some cells, a whole report – with what it is, whether it is valid, and where it stands;
// also who is named, places and days, with how sure.
import { extractBrief } from "./extractBrief.ts";
import { type Reading, readAs, readIdentifier } from "./identify.ts";
import { kindSaid } from "./kindSaid.ts";
import { findKind } from "./kinds/index.ts";
import { type CleanOptions, rarityOf } from "./kinds/kind.ts";
import { narrow } from "./narrow.ts";
import { findPassages } from "./passages.ts";

export interface TextIdentifier extends Reading {
  /** UTF-16 places [start, end) in the text as given. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Kind of the entity that it names, null where it names none. */
  readonly entityKind: string | null;
  /** How telling it is that two share it, in bits; 0 for a public one. */
  readonly rarityBits: number;
}

/** A bare number is believed from here on; the words around it may vouch for less. */
const leastConfidence = 0.4;

/** What a sign-run looks like even where its check fails: the first that fits tells the reason. */
const lookAlikes: readonly (readonly [form: RegExp, kind: string])[] = [
  [/^\d{17}[\dXx]$/, "identity-number"],
  [/^[1-9A-HJ-NP-Y]{2}\d{6}[0-9A-Z]{10}$/, "credit-code"],
  [/^(?=.*[A-Z])(?=.*\d.*\d.*\d)[A-Z0-9]{17}$/, "vin"],
  [/^62\d{14,17}$/, "bank-card"],
  [/^(?:T[1-9A-HJ-NP-Za-km-z]{33}|bc1[0-9a-z]{20,71})$/, "crypto-address"],
  [/^[A-Z]{1,2}\d{6}\([\dA]\)$/, "hk-id"],
  [/^[A-Z][12]\d{8}$/, "tw-id"],
  [/^\d{1,3}(?:\.\d{1,3}){3}$/, "ip"],
  [/^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}$/, "plate"],
];

/** Runs of signs that identifiers are written with; Chinese ones only as the first or last sign of a plate. */
const runs =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使]?[A-Za-z0-9][A-Za-z0-9_.:@+\-/()]*[A-Za-z0-9)][挂学警港澳领使]?|\d/g;

/** Three digits or more at a time. */
const blocks = /(?<![\dA-Za-z.])\d{3,8}(?:[ -]\d{3,8}){1,5}(?:[ -]?\d{1,2})?[\dXx]?(?![\dA-Za-z])/g;

interface Place {
  readonly start: number;
  readonly end: number;
}

const meetsAny = (at: Place, found: readonly Place[]): boolean => found.some((other) => at.end > other.start && at.start < other.end);

const rarity = ({ kind, normal }: Reading): number => (normal === null ? 0 : rarityOf(findKind(kind)!, normal));

const place = (text: string, at: Place, reading: Reading): TextIdentifier => ({
  ...reading,
  rarityBits: rarity(reading),
  start: at.start,
  end: at.end,
  text: text.slice(at.start, at.end),
  entityKind: findKind(reading.kind)?.entityKind ?? null,
});

/** The surest reading of a run, or the one that it fails to be: the word before it decides. */
function readRun(run: string, before: string, options: CleanOptions): Reading | null {
  const said = kindSaid(run, before);
  if (said !== null) return readAs(findKind(said)!, run, options);
  const best = readIdentifier(run, options)[0];
  if (best !== undefined && best.confidence >= leastConfidence) return best;
  const like = lookAlikes.find(([form]) => form.test(run));
  if (like !== undefined) return readAs(findKind(like[1])!, run, options);
  return null;
}

function briefIdentifiers(text: string, options: CleanOptions): TextIdentifier[] {
  return extractBrief(text).flatMap((finding) => {
    const kind = findKind(finding.subtype);
    return kind === undefined ? [] : [place(text, finding, readAs(kind, finding.value, options))];
  });
}

/** A card or an identity number in blocks of which a check fails is still told, as what it fails to be. */
function blockIdentifiers(text: string, found: readonly Place[], options: CleanOptions): TextIdentifier[] {
  return [...narrow(text).matchAll(blocks)].flatMap((match) => {
    const at = { start: match.index, end: match.index + match[0].length };
    if (meetsAny(at, found)) return [];
    const digits = match[0].replace(/[ -]/g, "");
    const kind = kindSaid(digits, text.slice(0, at.start)) ?? (/^62\d{14,17}$/.test(digits) ? "bank-card" : null);
    return kind === null ? [] : [place(text, at, readAs(findKind(kind)!, digits, options))];
  });
}

/** A text that is one value as a whole keeps its blanks and brackets. */
function wholeValue(text: string, options: CleanOptions): TextIdentifier | null {
  const trimmed = text.trim();
  if (trimmed === "" || /[\n\t]/.test(trimmed)) return null;
  const best = readIdentifier(trimmed, options)[0];
  if (best === undefined || best.confidence < leastConfidence || kindSaid(trimmed, "") !== null) return null;
  const start = text.indexOf(trimmed);
  return place(text, { start, end: start + trimmed.length }, best);
}

/** Names, places and days where no identifier stands. */
function placedPassages(text: string, found: readonly Place[], options: CleanOptions): TextIdentifier[] {
  return findPassages(text).flatMap(({ kind, confidence, ...at }) => {
    if (meetsAny(at, found)) return [];
    const reading = readAs(findKind(kind)!, text.slice(at.start, at.end), options);
    return reading.valid ? [{ ...place(text, at, { ...reading, confidence }), entityKind: null }] : [];
  });
}

/** All identifiers in the order of the text, none inside another. */
export function identifyText(text: string, options: CleanOptions = {}): readonly TextIdentifier[] {
  const whole = wholeValue(text, options);
  if (whole !== null) return [whole];
  const found = briefIdentifiers(text, options);
  found.push(...blockIdentifiers(text, found, options));
  for (const match of text.matchAll(runs)) {
    const at = { start: match.index, end: match.index + match[0].length };
    if (meetsAny(at, found)) continue;
    const reading = readRun(match[0], text.slice(0, at.start), options);
    if (reading !== null) found.push(place(text, at, reading));
  }
  found.push(...placedPassages(text, found, options));
  return found.sort((a, b) => a.start - b.start);
}
