// How strong evidence is, in words fixed by bits. The steps are factors of ten in the likelihood ratio, as forensic science reports it
// (ENFSI Guideline for Evaluative Reporting, 2015: weak support up to 10, moderate up to 100, then strong); one bit is a factor of two.

export interface Strength {
  /** From so many bits on. */
  readonly bits: number;
  /** Likelihood ratio at that step. */
  readonly ratio: number;
  readonly word: string;
}

export const strengths: readonly Strength[] = [
  { bits: Math.log2(1000), ratio: 1000, word: "report.strength.veryStrong" },
  { bits: Math.log2(100), ratio: 100, word: "report.strength.strong" },
  { bits: Math.log2(10), ratio: 10, word: "report.strength.medium" },
  { bits: 1, ratio: 2, word: "report.strength.weak" },
];

/** Key of the word; below one bit either way nothing is said for or against. Counter-evidence has the same steps. */
export function strengthWord(bits: number): string {
  return strengths.find((step) => Math.abs(bits) >= step.bits)?.word ?? "report.strength.none";
}

/** `+8.2`, `−3.1`, one decimal. */
export const bitsText = (bits: number): string => `${bits < 0 ? "−" : "+"}${Math.abs(bits).toFixed(1)}`;
