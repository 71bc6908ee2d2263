// Identity numbers of Taiwan, of citizens and of residents.
import { type Cleaned, defineKind, type Facts, refuse } from "./kind.ts";
import { compareDigits } from "./likeness.ts";
import { tidyNumber } from "./tidy.ts";

/** Code of each letter A … Z of the Taiwanese number, 10 … 35 in the order of the districts. */
const taiwanLetters = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
const taiwanCode = (letter: string): number => 10 + taiwanLetters.indexOf(letter);

/** Tens + 9 × units of the letter, then weights 8 … 1 and the check digit, ≡ 0 mod 10; the second sign is 1, 2, 8, 9 or (before 2021) A–D. */
function cleanTwId(text: string): Cleaned {
  const id = tidyNumber(text).toUpperCase();
  if (id === "") return refuse("empty");
  if (id.length !== 10) return refuse("length");
  if (!/^[A-Z][1289A-D]\d{8}$/.test(id)) return refuse("form");
  const code = taiwanCode(id[0]!);
  let sum = Math.trunc(code / 10) + (code % 10) * 9;
  sum += (/\d/.test(id[1]!) ? Number(id[1]) : taiwanCode(id[1]!) % 10) * 8;
  for (let i = 2; i < 9; i++) sum += Number(id[i]) * (9 - i);
  return (sum + Number(id[9])) % 10 === 0 ? { value: id } : refuse("check-digit");
}

const taiwanSex: Readonly<Record<string, string>> = {
  "1": "male",
  "8": "male",
  A: "male",
  C: "male",
  "2": "female",
  "9": "female",
  B: "female",
  D: "female",
};

export const twId = defineKind({
  id: "tw-id",
  entityKind: "person",
  clean: cleanTwId,
  specificity: 0.92,
  facts: (text): Facts => {
    const sex = taiwanSex[tidyNumber(text).toUpperCase()[1] ?? ""];
    return sex === undefined ? {} : { sex };
  },
  compare: compareDigits,
  rarityBits: 24,
});
