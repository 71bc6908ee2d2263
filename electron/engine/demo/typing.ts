// How people type numbers into a sheet: in groups, with full-width digits, with a wrong digit now and then, several in one cell.
import type { Chance } from "./chance.ts";

export interface TypingError {
  readonly case: string;
  readonly right: string;
  readonly written: string;
}

const separators = ["、", "；", "/", "\n", "，"] as const;

const fullWidth = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const inGroups = (text: string): string => text.replace(/(.{4})(?=.)/g, "$1 ");

function mistype(chance: Chance, text: string): string {
  const at = chance.int(8, text.length - 2);
  return text.slice(0, at) + String((Number(text[at]) + chance.int(1, 9)) % 10) + text.slice(at + 1);
}

/** One number as typed. Errors are noted, because the truth says so. */
export function typeNumber(chance: Chance, number: string, caseNumber: string, errors: TypingError[]): string {
  if (number.length > 15 && chance.happens(0.01)) {
    const written = mistype(chance, number);
    errors.push({ case: caseNumber, right: number, written });
    return written;
  }
  if (chance.happens(0.04)) return fullWidth(number);
  return number.length > 15 && chance.happens(0.08) ? inGroups(number) : number;
}

export function typeSeveral(chance: Chance, numbers: readonly string[], caseNumber: string, errors: TypingError[]): string {
  const separator = chance.pick(separators);
  return numbers.map((number) => typeNumber(chance, number, caseNumber, errors)).join(separator);
}
