// m and u of every level, and what they make of a pair: a factor 2^bits for each code, looked up.
import { codedIds, codedLevel, equalAmount, type FeatureId, featureIds, features, levelOf, steps, windowCodes } from "./features.ts";

export interface LevelWeights {
  readonly m: readonly number[];
  readonly u: readonly number[];
}
export type PaymentModel = Readonly<Record<FeatureId, LevelWeights>>;

export const startModel: PaymentModel = Object.fromEntries(
  featureIds.map((id) => [id, { m: features[id].startM, u: features[id].baseU }]),
) as unknown as PaymentModel;

/** Same memo and equal amount: their u is the rarity of the very value, not that of the level. */
const sameMemo = 0;
export const isByRarity = (id: FeatureId, level: number): boolean =>
  (id === "amount" && level === equalAmount) || (id === "memo" && level === sameMemo);

/** Guards of the method: full agreement that speaks against says nothing, nor does the rest of its feature; the last level never speaks for. */
export function factorsOf(id: FeatureId, { m, u }: LevelWeights): number[] {
  const factors = m.map((one, level) => one / u[level]!);
  if (!features[id].isOrdered) return factors;
  if (factors[0]! < 1) return factors.map(() => 1);
  return factors.map((factor, level) => (level === factors.length - 1 ? Math.min(factor, 1) : factor));
}

export interface FactorTables {
  readonly span: Float64Array;
  readonly code: Float64Array;
}

export function factorTables(model: PaymentModel): FactorTables {
  const factors = Object.fromEntries(
    featureIds.map((id) => [id, factorsOf(id, model[id]).map((factor, level) => (isByRarity(id, level) ? model[id].m[level]! : factor))]),
  ) as Record<FeatureId, number[]>;
  const span = Float64Array.from(
    { length: windowCodes },
    (_, at) => factors.lag[levelOf(at, 0, "lag")]! * factors.amount[levelOf(at, 0, "amount")]!,
  );
  const code = new Float64Array(steps.all);
  for (let at = 0; at < steps.all; at++) {
    let factor = 1;
    for (const id of codedIds) {
      const level = codedLevel(at, id);
      if (level > 0) factor *= factors[id][level - 1]!;
    }
    code[at] = factor;
  }
  return { span, code };
}
