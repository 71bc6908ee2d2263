// Masks what a doubt about a reused case number carries: two files, and the names of those wronged.
import { reusedCode } from "../import/reusedNumber.ts";
import { gatherStars } from "./mask.ts";
import type { Masker } from "./masker.ts";

const maskPeople = (names: unknown, masker: Masker): string =>
  String(names)
    .split("、")
    .map((name) => gatherStars(masker.cell("person.name", name)))
    .join("、");

/** Nothing of its own for other doubts. */
export function maskReuse({ code, values }: Readonly<Record<string, unknown>>, masker: Masker): Readonly<Record<string, unknown>> {
  if (code !== reusedCode) return {};
  const told = values as Readonly<Record<string, unknown>>;
  return {
    values: {
      ...told,
      number: masker.text(String(told.number)),
      source: masker.fileName(String(told.source)),
      hereSource: masker.fileName(String(told.hereSource)),
      victim: maskPeople(told.victim, masker),
      hereVictim: maskPeople(told.hereVictim, masker),
    },
  };
}
