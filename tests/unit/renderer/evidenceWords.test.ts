import { describe, expect, test } from "vitest";
import { evidenceSentence, featureKeys, sentenceKeys } from "../../../renderer/i18n/evidence.ts";
import { startWords, words } from "../../../renderer/i18n/index.ts";
import { features } from "../../../shared/link/features/index.ts";
import type { EvidenceBar } from "../../../shared/link/pairScore.ts";
import { catalogue } from "../../../shared/words.ts";

const aBar = (change: Partial<EvidenceBar>): EvidenceBar => ({
  feature: "sharedAccount",
  family: "money",
  basis: "money",
  level: "shared",
  sign: "+",
  bits: 9.2,
  rawBits: 9.2,
  damping: 1,
  m: 0.4,
  u: 0.001,
  mCount: [4, 10],
  uCount: [1, 1000],
  detail: { label: "王某", units: 6, of: 8412, count: 1 },
  entities: ["account:6217000012340412"],
  sources: [],
  ...change,
});

describe("words of evidence", () => {
  test("every feature has a name and every level of it a sentence, in both languages", () => {
    const missing = features.flatMap(({ id, levels }) => [
      ...(featureKeys[id] !== undefined && catalogue[featureKeys[id]] !== undefined ? [] : [id]),
      ...levels
        .filter((level) => catalogue[sentenceKeys[`${id}.${level}`] ?? sentenceKeys[level] ?? ""] === undefined)
        .map((level) => `${id}.${level}`),
    ]);
    expect(missing).toEqual([]);
  });

  test("accounts are told by their number, masked while masking is on", async () => {
    await startWords("zh-CN");
    expect(evidenceSentence(words.t, aBar({}), true)).toBe("6217****0412 · 6/8,412 系列或散案");
    expect(evidenceSentence(words.t, aBar({}), false)).toContain("6217000012340412");
    const amounts = aBar({ feature: "amount", level: "far", detail: { a: 14320000, b: 560000, ratio: 25.57 }, entities: [] });
    expect(evidenceSentence(words.t, amounts, true)).toBe("143,200.00 与 5,600.00，差 25.57 倍");
  });
});
