// Numbers of a note that no kind vouches for: long runs of digits, in blocks too, and numbers of which only the ends are written (6217****0412, 尾号0412).
import { narrow } from "../../import/narrow.ts";

interface Place {
  readonly start: number;
  readonly end: number;
}

export interface DigitRun extends Place {
  readonly digits: string;
}

export interface PartialNumber extends Place {
  readonly head: string;
  readonly tail: string;
  /** How many signs it has, stars included; null: a tail alone. */
  readonly length: number | null;
  /** What the words around or the form say that it is. */
  readonly kinds: readonly ("account" | "phone")[];
}

const leastRun = 8;

const runForm = /(?<![\dA-Za-z.*])\d+(?:[ \-·]\d+)*(?![\dA-Za-z*])/g;

/** The whole in one, and each block that is long by itself: two accounts may stand side by side. */
function readings(text: string, start: number): DigitRun[] {
  const blocks = [...text.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    start: start + index,
    end: start + index + digits.length,
    digits,
  }));
  const whole = { start, end: start + text.length, digits: text.replace(/\D/g, "") };
  return (blocks.length === 1 ? blocks : [whole, ...blocks]).filter(({ digits }) => digits.length >= leastRun);
}

const mostRuns = 500;

export const findDigitRuns = (text: string): readonly DigitRun[] =>
  [...narrow(text).matchAll(runForm)].flatMap((match) => readings(match[0], match.index)).slice(0, mostRuns);

const starred = /(?<![\dA-Za-z*])(\d{2,12})[ -]?([*×xX•●]{2,}(?:[ -][*×xX•●]{2,}){0,4})[ -]?(\d{2,8})(?![\dA-Za-z*])/g;
const tailed =
  /(?:尾号|尾数|末尾|后[三四五六346]位|末[三四五六346]位)(?:数字)?(?:号码)?\s*(?:为|是)?\s*["“(:]?\s*(\d{3,8})(?!\d)|(?<![\d.])(\d{3,8})\s*(?:结尾|收尾)/g;

const both = ["account", "phone"] as const;
const nearby = 8;
const saysPhone = /手机|电话|号码机|来电|联系方式/;
const saysAccount = /卡|账|帐|户|银行/;

function kindsOf(text: string, { start, end }: Place): PartialNumber["kinds"] {
  const around = text.slice(Math.max(0, start - nearby), start) + text.slice(end, end + 3);
  const [phone, account] = [saysPhone.test(around), saysAccount.test(around)];
  if (phone === account) return both;
  return phone ? ["phone"] : ["account"];
}

/** 138****1234 is a mobile's, whatever stands about it. */
function starredKinds(text: string, at: Place, head: string, length: number): PartialNumber["kinds"] {
  if (length === 11 && /^1[3-9]/.test(head)) return ["phone"];
  return length >= 15 ? ["account"] : kindsOf(text, at);
}

const mostPartials = 20;

export function findPartialNumbers(text: string): readonly PartialNumber[] {
  const plain = narrow(text);
  const placeOf = (match: RegExpMatchArray): Place => ({ start: match.index!, end: match.index! + match[0].length });
  const masked = [...plain.matchAll(starred)].map((match): PartialNumber => {
    const at = placeOf(match);
    const length = match[0].replace(/[ -]/g, "").length;
    return { ...at, head: match[1]!, tail: match[3]!, length, kinds: starredKinds(plain, at, match[1]!, length) };
  });
  const tails = [...plain.matchAll(tailed)].map((match): PartialNumber => {
    const at = placeOf(match);
    return { ...at, head: "", tail: match[1] ?? match[2]!, length: null, kinds: kindsOf(plain, at) };
  });
  return [...masked, ...tails].sort((a, b) => a.start - b.start).slice(0, mostPartials);
}
