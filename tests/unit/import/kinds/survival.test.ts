// HI6: what identifiers are stored as is what the file said, 10,000 times, and cleaning twice changes nothing.
import { describe, expect, it } from "vitest";
import { luhnDigit } from "../../../../shared/import/kinds/checkDigits.ts";
import { columnKinds, findKind, identifierKinds } from "../../../../shared/import/kinds/index.ts";
import { cleanOrKeep } from "../../../../shared/import/kinds/kind.ts";
import { seededRandom } from "../../../../shared/random.ts";

const account = findKind("account")!;
const identityNumber = findKind("identity-number")!;

const widen = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

function digits(random: () => number, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 10)).join("");
}

/** Written and expected text in turn: 19 digits, leading zeros, a final X that fails its check, full-width signs. */
function pairsOf(count: number): [kind: typeof account, written: string, expected: string][] {
  const random = seededRandom(6);
  return Array.from({ length: count }, (_, i) => {
    const card = `621${digits(random, 15)}`;
    const nineteen = card + luhnDigit(card);
    if (i % 4 === 0) return [account, nineteen, nineteen];
    if (i % 4 === 1) return [account, `000${nineteen.slice(3)}`, `000${nineteen.slice(3)}`];
    if (i % 4 === 2) return [identityNumber, `99${nineteen.slice(2, 17)}X`, `99${nineteen.slice(2, 17)}X`];
    return [account, widen(nineteen), nineteen];
  });
}

describe("identifiers", () => {
  it("survive cleaning unchanged, 10,000 of 10,000", () => {
    const changed = pairsOf(10_000).filter(([kind, written, expected]) => cleanOrKeep(kind, written).value !== expected);
    expect(changed).toEqual([]);
  });

  it("survive JSON and a CSV cell", () => {
    const values = pairsOf(10_000).map(([kind, written]) => cleanOrKeep(kind, written).value);
    expect(JSON.parse(JSON.stringify(values))).toEqual(values);
    expect(values.map((value) => cleanOrKeep(account, `="${value}"`).value)).toEqual(values);
  });

  it("of every kind keep their normal form when cleaned again", () => {
    const texts = [
      "13900000000",
      "11010519491231002X",
      "京A·12345",
      "A1234563",
      "http://A.example/B",
      "0086-21-66666666",
      "001a2b3c4d5e",
      "A@b.cn",
      "::1",
    ];
    for (const kind of [...identifierKinds, ...columnKinds]) {
      for (const text of texts) {
        const once = cleanOrKeep(kind, text);
        if (once.doubt !== "invalid") expect(cleanOrKeep(kind, once.value).value).toBe(once.value);
      }
    }
  });

  it("that a spreadsheet cut off are flagged, not guessed", () => {
    expect(account.clean("6.2122612345E+18")).toEqual({ reason: "precision-lost" });
  });
});
