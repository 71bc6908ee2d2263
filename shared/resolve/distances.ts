// Edit distances between short texts. Hot code: works on UTF-16 units with scratch arrays, no allocation.
export { isOneEdit } from "../import/kinds/likeness.ts";

const longest = 512;
const rows = [new Uint16Array(longest + 1), new Uint16Array(longest + 1), new Uint16Array(longest + 1)];

/** Optimal string alignment (Damerau 1964, restricted: a transposed pair is one step, no part is edited twice). */
export function editDistance(left: string, right: string): number {
  const a = left.slice(0, longest);
  const b = right.slice(0, longest);
  let [before, last, next] = rows as [Uint16Array, Uint16Array, Uint16Array];
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    next[0] = i;
    const unit = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let best = last[j - 1]! + (unit === other ? 0 : 1);
      if (last[j]! + 1 < best) best = last[j]! + 1;
      if (next[j - 1]! + 1 < best) best = next[j - 1]! + 1;
      if (i > 1 && j > 1 && unit === b.charCodeAt(j - 2) && other === a.charCodeAt(i - 2) && before[j - 2]! + 1 < best)
        best = before[j - 2]! + 1;
      next[j] = best;
    }
    [before, last, next] = [last, next, before];
  }
  return last[b.length]!;
}

export function commonPrefix(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let length = 0;
  while (length < shorter && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

const usedB = new Uint8Array(longest + 1);
const matchesA = new Uint16Array(longest + 1);

/** Jaro–Winkler (Winkler 1990): scale .1, prefix of at most 4, boost above .7. */
export function jaroWinkler(left: string, right: string): number {
  const a = left.slice(0, longest);
  const b = right.slice(0, longest);
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  usedB.fill(0, 0, b.length);
  let found = 0;
  for (let i = 0; i < a.length; i++) {
    const unit = a.charCodeAt(i);
    const until = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < until; j++) {
      if (usedB[j] || b.charCodeAt(j) !== unit) continue;
      usedB[j] = 1;
      matchesA[found++] = unit;
      break;
    }
  }
  if (found === 0) return 0;
  let moved = 0;
  for (let j = 0, k = 0; k < found; j++) if (usedB[j] && b.charCodeAt(j) !== matchesA[k++]) moved++;
  const jaro = (found / a.length + found / b.length + (found - moved / 2) / found) / 3;
  return jaro <= 0.7 ? jaro : jaro + Math.min(4, commonPrefix(a, b)) * 0.1 * (1 - jaro);
}

/** Longest common subsequence, for the Indel ratio. */
export function commonSubsequence(left: string, right: string): number {
  const a = left.slice(0, longest);
  const b = right.slice(0, longest);
  const last = rows[0]!;
  last.fill(0, 0, b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const unit = a.charCodeAt(i);
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = last[j]!;
      if (b.charCodeAt(j - 1) === unit) last[j] = diagonal + 1;
      else if (last[j - 1]! > above) last[j] = last[j - 1]!;
      diagonal = above;
    }
  }
  return last[b.length]!;
}
