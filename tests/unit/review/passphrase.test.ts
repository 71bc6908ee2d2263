// Passphrases as people choose them: how long they are says less than how little they repeat.
import { expect, it } from "vitest";
import { passphraseBits, passphraseStrength } from "../../../shared/review/exchange/passphrase.ts";

it.each([
  ["", "none"],
  ["   ", "none"],
  ["123456", "weak"],
  ["12345678901234567890", "weak"],
  ["aaaaaaaaaaaaaaaa", "weak"],
  ["Password2026", "weak"],
  ["13800138000", "weak"],
  ["20261126", "weak"],
  ["公安反诈专案口令", "weak"],
  ["kx7#Qp", "fair"],
  ["东渡协作江滨", "strong"],
  ["correct horse battery staple", "strong"],
  ["青石路口的旧书店", "strong"],
])("%j is %s", (passphrase, strength) => expect(passphraseStrength(passphrase)).toBe(strength));

it("is never weaker with a sign more", () => {
  const text = "v9秋R!山水7m";
  for (let length = 1; length < text.length; length += 1)
    expect(passphraseBits(text.slice(0, length + 1))).toBeGreaterThan(passphraseBits(text.slice(0, length)));
});
