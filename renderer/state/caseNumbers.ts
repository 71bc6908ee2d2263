// What a person decides about case numbers that the workspace has with other facts.
import type { Doubt } from "../../shared/import/calls.ts";
import type { NumberVerdict } from "../../shared/import/mapping.ts";
import { reusedCode } from "../../shared/import/reusedNumber.ts";
import { changeMapping, type ImportSheet } from "./importing.ts";

export const reusedOf = (doubts: readonly Doubt[]): readonly Doubt[] => doubts.filter(({ code }) => code === reusedCode);

export function undecideNumber(sheet: ImportSheet, number: string): void {
  const { format, ...mapping } = sheet.preview.mapping;
  const { caseNumbers, ...kept } = format ?? {};
  const { [number]: _, ...others } = caseNumbers ?? {};
  void changeMapping(sheet, { ...mapping, format: Object.keys(others).length === 0 ? kept : { ...kept, caseNumbers: others } });
}

/** Kept with the mapping of the sheet: the case that stands there, or another one. */
export function decideNumbers(sheet: ImportSheet, numbers: readonly string[], verdict: NumberVerdict): void {
  const { format, ...mapping } = sheet.preview.mapping;
  const caseNumbers = { ...format?.caseNumbers, ...Object.fromEntries(numbers.map((number) => [number, verdict])) };
  void changeMapping(sheet, { ...mapping, format: { ...format, caseNumbers } });
}
