// How strong evidence is, in words fixed by bits: one scale for screens, lists and papers. The steps are factors of ten in the likelihood ratio,
// as forensic science reports it (ENFSI Guideline for Evaluative Reporting, 2015: weak support up to 10, moderate up to 100, then strong); one bit is a factor of two.

export type Strength = "veryStrong" | "strong" | "medium" | "weak" | "none" | "against";

export interface StrengthStep {
  readonly strength: Strength;
  /** From so many bits on. */
  readonly bits: number;
  /** Likelihood ratio at that step. */
  readonly ratio: number;
}

export const strengthSteps: readonly StrengthStep[] = [
  { strength: "veryStrong", bits: Math.log2(1000), ratio: 1000 },
  { strength: "strong", bits: Math.log2(100), ratio: 100 },
  { strength: "medium", bits: Math.log2(10), ratio: 10 },
  { strength: "weak", bits: 1, ratio: 2 },
];

/** Of a total: below one bit either way nothing is said, further down it is not supported, however far. */
export function strengthOf(bits: number): Strength {
  if (bits <= -1) return "against";
  return strengthSteps.find((step) => bits >= step.bits)?.strength ?? "none";
}

/** Of one piece of evidence for or against: what speaks against does so by the same steps. */
export const weightOf = (bits: number): Strength => strengthOf(Math.abs(bits));

export const strengthKeys: Readonly<Record<Strength, string>> = {
  veryStrong: "report.strength.veryStrong",
  strong: "report.strength.strong",
  medium: "report.strength.medium",
  weak: "report.strength.weak",
  none: "report.strength.none",
  against: "report.strength.against",
};

/** `+8.2`, `−3.1`, one decimal. */
export const bitsText = (bits: number): string => `${bits < 0 ? "−" : "+"}${Math.abs(bits).toFixed(1)}`;
