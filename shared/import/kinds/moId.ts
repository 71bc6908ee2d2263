// Identity cards of Macao: 1, 5 or 7, six digits and a last digit in brackets, whose rule is not published.
import { type Cleaned, defineKind, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { tidyNumber } from "./tidy.ts";

function cleanMoId(text: string): Cleaned {
  const id = tidyNumber(text).replace(/[()[\]/]/g, "");
  if (id === "") return refuse("empty");
  const match = /^([157]\d{6})(\d)$/.exec(id);
  if (match === null) return refuse(id.length === 8 ? "form" : "length");
  return { value: `${match[1]}(${match[2]})` };
}

export const moId = defineKind({
  id: "mo-id",
  entityKind: "person",
  clean: cleanMoId,
  specificity: (text) => (text.includes("(") ? 0.85 : 0.05),
  compare: compareDigits,
  rarityBits: 19,
});
