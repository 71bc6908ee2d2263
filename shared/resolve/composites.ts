// A field that repeats others (full name beside given name and surname) would count the same agreement twice.

export type Columns = Map<string, string[]>;

const sampleSize = 3000;

interface Overlap {
  readonly contained: number;
  readonly longer: number;
  readonly both: number;
}

/** How often `whole` holds every token of `part`, and is longer, where both are stated. */
function overlapOf(whole: readonly string[], part: readonly string[]): Overlap {
  let [both, contained, longer] = [0, 0, 0];
  for (let i = 0; i < whole.length && both < sampleSize; i++) {
    if (!whole[i] || !part[i]) continue;
    both++;
    const tokens = whole[i]!.split(" ");
    if (part[i]!.split(" ").every((token) => tokens.includes(token))) contained++;
    if (whole[i]!.length > part[i]!.length) longer++;
  }
  return { both, contained, longer };
}

const isWhole = ({ both, contained, longer }: Overlap) => both >= 20 && contained > 0.7 * both && longer > 0.5 * both;

const meanTokens = (values: readonly string[]) => {
  const filled = values.filter(Boolean);
  return filled.reduce((sum, value) => sum + value.split(" ").length, 0) / Math.max(1, filled.length);
};

const tokensNotIn = (value: string, parts: readonly string[]) => {
  const known = new Set(parts.flatMap((part) => part.split(" ")));
  return value
    .split(" ")
    .filter((token) => !known.has(token))
    .join(" ");
};

const leastRest = 0.05;

/** Clears a composite where its parts are stated; of the one with most tokens, what no part holds stays as a field of its own. */
export function splitComposites(columns: Columns): Columns {
  const names = [...columns.keys()].sort();
  const partsOf = new Map(
    names.map((whole) => [whole, names.filter((part) => part !== whole && isWhole(overlapOf(columns.get(whole)!, columns.get(part)!)))]),
  );
  const wholes = names.filter((name) => partsOf.get(name)!.length > 0);
  const result: Columns = new Map(columns);
  for (const whole of wholes) {
    const parts = partsOf.get(whole)!.map((part) => columns.get(part)!);
    result.set(
      whole,
      columns.get(whole)!.map((value, i) => (parts.some((part) => part[i]) ? "" : value)),
    );
  }
  const [widest] = [...wholes].sort((a, b) => meanTokens(columns.get(b)!) - meanTokens(columns.get(a)!) || (a < b ? -1 : 1));
  if (widest === undefined) return result;
  const parts = partsOf.get(widest)!.map((part) => columns.get(part)!);
  const rest = columns.get(widest)!.map((value, i) =>
    parts.some((part) => part[i])
      ? tokensNotIn(
          value,
          parts.map((part) => part[i] ?? ""),
        )
      : "",
  );
  if (rest.filter(Boolean).length > leastRest * rest.length) result.set(`${widest} *`, rest);
  return result;
}
