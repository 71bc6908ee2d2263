// Where a text names somebody: every identifier that the import finds, what the workspace knows, names by the word before them, houses.
import type { BriefSpan } from "../import/briefSpan.ts";
import { extractBrief } from "../import/extractBrief.ts";
import { findRoleNames } from "../import/namesInText.ts";
import { maskAddress, maskDevice, maskLabel, maskName } from "./mask.ts";

/** What a workspace knows; `kindOf` tells the kind of the entity that has this key. */
export interface Known {
  isName(text: string): boolean;
  kindOf(key: string): string | null;
}

export interface PersonalSpan {
  readonly start: number;
  readonly end: number;
  readonly mask: (text: string) => string;
}

type Finder = (text: string, known: Known) => readonly PersonalSpan[];

/** Evidence, or no person's: read it. */
const openSubtypes = new Set(["url", "domain", "service-number"]);
const personalKinds = new Set(["phone", "account", "netid", "device", "vehicle", "person"]);

const maskAs = (kind: string) => (kind === "device" ? maskDevice : (text: string) => maskLabel(kind, text));

const isPersonal = ({ kind, subtype }: BriefSpan): boolean => personalKinds.has(kind) && !openSubtypes.has(subtype);

/** Signs without which no pattern of the extraction can hold: asked first, for most cells have none. */
const identifierSigns = /@|微信|微X|wx|vx|\d\.\d|[A-HJ-NP-Z][·•. ]?[A-HJ-NP-Z0-9]{5}|[0-9A-F]{2}[:-][0-9A-F]{2}/i;
const leastDigits = 5;

const mayHoldIdentifier = (text: string): boolean =>
  identifierSigns.test(text) || (text.match(/[\d\uff10-\uff19]/g)?.length ?? 0) >= leastDigits;

const findIdentifiers: Finder = (text) =>
  mayHoldIdentifier(text)
    ? extractBrief(text)
        .filter(isPersonal)
        .map(({ start, end, kind }) => ({ start, end, mask: maskAs(kind) }))
    : [];

function spansOf(text: string, form: RegExp, mask: (found: string) => ((text: string) => string) | null): PersonalSpan[] {
  return [...text.matchAll(form)].flatMap((match) => {
    const found = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(found);
    const masked = mask(found);
    return masked === null ? [] : [{ start, end: start + found.length, mask: masked }];
  });
}

const isDomain = (token: string): boolean => /[a-z]/i.test(token) && token.includes(".") && !token.includes("@");

/** A token that is the key of an entity of the workspace: a bare QQ number, a card without check digit. */
const findKnownKeys: Finder = (text, known) =>
  spansOf(text, /(?<![\w])[A-Za-z0-9][\w.@+-]{3,63}(?![\w])/g, (token) => {
    const kind = isDomain(token) ? null : known.kindOf(token.replace(/[.+-]+$/, ""));
    return kind !== null && personalKinds.has(kind) ? maskAs(kind) : null;
  });

/** By shape alone: numbers as long as cards, identity numbers and mobiles, also those that fail their check digit. */
const findLongNumbers: Finder = (text, known) =>
  spansOf(text, /(?<![\dA-Za-z])(\d{17}[\dXx]|\d{15,19}|1[3-9]\d{9})(?![\dA-Za-z])/g, (number) => {
    if (known.kindOf(number) === "case") return null;
    return maskAs(number.length === 11 ? "phone" : /^\d{17}[\dXx]$/.test(number) ? "person" : "account");
  });

const longestName = 4;
const longestSpelledName = 20;

/** Every part of a run of Chinese characters that the workspace knows as a name, the longer first. */
const findKnownNames: Finder = (text, known) =>
  [...text.matchAll(/[\p{Script=Han}·]{2,}/gu)].flatMap((run) => {
    const spans: PersonalSpan[] = [];
    const most = run[0].includes("·") ? longestSpelledName : longestName;
    for (let at = 0; at + 2 <= run[0].length; at++) {
      for (let length = Math.min(most, run[0].length - at); length >= 2; length--) {
        if (!known.isName(run[0].slice(at, at + length))) continue;
        spans.push({ start: run.index + at, end: run.index + at + length, mask: maskName });
        at += length - 1;
        break;
      }
    }
    return spans;
  });

const findLatinNames: Finder = (text, known) =>
  [...text.matchAll(/[\p{Script=Latin}][\p{Script=Latin}.'-]*(?: [\p{Script=Latin}][\p{Script=Latin}.'-]*){1,3}/gu)].flatMap((run) => {
    const words = [...run[0].matchAll(/\S+/g)];
    return words.flatMap((word, first) =>
      words.slice(first + 1).flatMap((last) => {
        const [start, end] = [word.index, last.index + last[0].length];
        const isName = known.isName(run[0].slice(start, end));
        return isName ? [{ start: run.index + start, end: run.index + end, mask: maskName }] : [];
      }),
    );
  });

/** 报案人张三: a surname after a word that names a person. */
const findNamesByRole: Finder = (text) => findRoleNames(text).map((at) => ({ ...at, mask: maskName }));

const findHouses: Finder = (text) =>
  spansOf(
    text,
    /(?<=[路街道巷弄里村区苑园庭府城庄厦期楼栋幢元座层组]|[\d*]号)\s*(\d{1,5}[A-Za-z]?(?:[-－—]\d{1,5})*)(?=\s*(?:号(?![线码])|栋|幢|座|单元|室|弄|楼|层|户|门)|(?<=(?:楼|栋|幢|单元|座|[\d*]号)\d{1,5})(?![\d*年月日时分元万]))/g,
    () => maskAddress,
  );

/** Earlier finders win where two overlap. */
const finders: readonly Finder[] = [
  findIdentifiers,
  findKnownNames,
  findLatinNames,
  findNamesByRole,
  findKnownKeys,
  findLongNumbers,
  findHouses,
];

/** All personal parts of a text, in its order, none inside another. */
export function findPersonalSpans(text: string, known: Known): readonly PersonalSpan[] {
  const kept: PersonalSpan[] = [];
  for (const find of finders) {
    for (const span of find(text, known)) {
      if (kept.every((other) => span.end <= other.start || span.start >= other.end)) kept.push(span);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}
