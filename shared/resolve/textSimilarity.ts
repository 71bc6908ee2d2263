// How alike two longer texts are: edits, or the same words in another order (token set ratio as in rapidfuzz).
import { commonSubsequence, editDistance } from "./distances.ts";
import type { Value } from "./kinds/kind.ts";

/** Letters that both have, at most: bounds every similarity from above, so that most pairs cost nothing more. */
function commonUnits(a: Value, b: Value): number {
  let common = 0;
  for (let i = 0; i < a.units.length; i++) common += Math.min(a.units[i]!, b.units[i]!);
  return common;
}

function tokenSetRatio(a: Value, b: Value): number {
  const shared = a.tokens.filter((token) => b.tokens.includes(token));
  const restA = a.tokens.filter((token) => !shared.includes(token)).join(" ");
  const restB = b.tokens.filter((token) => !shared.includes(token)).join(" ");
  if (shared.length === 0) return (2 * commonSubsequence(restA, restB)) / Math.max(1, restA.length + restB.length);
  if (restA === "" || restB === "") return 1;
  const base = shared.join(" ").length;
  const [lengthA, lengthB] = [base + 1 + restA.length, base + 1 + restB.length];
  const both = (2 * (base + 1 + commonSubsequence(restA, restB))) / (lengthA + lengthB);
  return Math.max(both, (2 * base) / (base + lengthA), (2 * base) / (base + lengthB));
}

const minimumLength = 4;
const tokenDiscount = 0.97;

/** 0 where it is certain to lie below `least`. */
export function textSimilarity(a: Value, b: Value, least: number): number {
  const [lengthA, lengthB] = [a.compact.length, b.compact.length];
  const bound = (2 * commonUnits(a, b)) / (lengthA + lengthB);
  const sharesToken = a.tokens.length + b.tokens.length > 2 && a.tokens.some((token) => b.tokens.includes(token));
  if (bound < least && !sharesToken) return 0;
  const edits = 1 - editDistance(a.compact, b.compact) / Math.max(lengthA, lengthB);
  if (Math.min(lengthA, lengthB) < minimumLength || a.tokens.length + b.tokens.length <= 2) return edits;
  return Math.max(edits, tokenDiscount * tokenSetRatio(a, b));
}
