// What is compared between a row of the payer's statement and one of the payee's, each feature with its levels, the m it starts with and a weak guess of
// its u, which counts take over from. After "Payments in two banks' books" of the method (Fellegi and Sunter 1969, levels learned without labels).

export const firstLag = -2;
export const lastLag = 31;
export const lags = lastLag - firstLag + 1;

/** Largest |ln(received / paid)|. */
export const widestRatio = 0.2;
/** Upper edges of the bands of |ln ratio|: fine where fees are, coarse beyond. Ten a side and one in the middle. */
export const bandEdges = [0.0005, 0.002, 0.005, 0.01, 0.018, 0.03, 0.048, 0.073, 0.107, 0.15, widestRatio] as const;
const bandsASide = bandEdges.length - 1;
export const bands = 2 * bandsASide + 1;
/** Level of amounts equal to the cent; 1 to `bands` are the bands from far less to far more received. */
export const equalAmount = 0;

export const bandOfRatio = (lnRatio: number): number => {
  const size = Math.abs(lnRatio);
  let band = 0;
  while (band < bandsASide && size > bandEdges[band]!) band++;
  return 1 + bandsASide + (lnRatio < 0 ? -band : band);
};

export interface Feature {
  readonly id: FeatureId;
  readonly levels: number;
  readonly startM: readonly number[];
  readonly baseU: readonly number[];
  /** Levels from agreement to contradiction: the first is never evidence against, the last never for. */
  readonly isOrdered: boolean;
}

export const featureIds = ["lag", "amount", "clock", "memo", "payee", "payer", "payeeNamed", "payerNamed", "reference"] as const;
export type FeatureId = (typeof featureIds)[number];

const share = (weights: readonly number[]): number[] => {
  const sum = weights.reduce((all, one) => all + one, 0);
  return weights.map((one) => one / sum);
};

const lagWeights = Array.from({ length: lags }, (_, i) => {
  const lag = i + firstLag;
  return lag < 0 ? 0.02 / -lag : 0.5 ** Math.min(lag, 7) / (lag > 7 ? 3 : 1);
});
const bandWidths = Array.from({ length: bands }, (_, i) => {
  const side = Math.abs(i - bandsASide);
  return side === 0 ? 2 * bandEdges[0] : bandEdges[side]! - bandEdges[side - 1]!;
});
/** Less arrives than was paid, a little less most often. */
const bandWeights = bandWidths.map((_, i) => (i <= bandsASide ? 0.6 ** (bandsASide - i) : 0.25 * 0.6 ** (i - bandsASide)));

/** Levels of the time between two rows of one day. */
export const clockEdges = [-600_000, -90_000, 90_000, 600_000, 3_600_000, 21_600_000] as const;
export const memoEdges = [0.93, 0.84, 0.72, 0.6, 0.45] as const;

export const features: Readonly<Record<FeatureId, Feature>> = {
  lag: { id: "lag", levels: lags, startM: share(lagWeights), baseU: share(lagWeights.map(() => 1)), isOrdered: false },
  amount: {
    id: "amount",
    levels: bands + 1,
    startM: [0.4, ...share(bandWeights).map((one) => 0.6 * one)],
    baseU: [0.002, ...share(bandWidths).map((one) => 0.998 * one)],
    isOrdered: false,
  },
  clock: {
    id: "clock",
    levels: clockEdges.length + 1,
    startM: [0.02, 0.03, 0.4, 0.25, 0.15, 0.1, 0.05],
    baseU: [0.45, 0.005, 0.002, 0.008, 0.04, 0.2, 0.295],
    isOrdered: false,
  },
  memo: {
    id: "memo",
    levels: memoEdges.length + 2,
    startM: [0.35, 0.12, 0.1, 0.08, 0.08, 0.07, 0.2],
    baseU: [0.02, 0.005, 0.01, 0.02, 0.05, 0.12, 0.775],
    isOrdered: true,
  },
  payee: { id: "payee", levels: 3, startM: [0.93, 0.05, 0.02], baseU: [0.02, 0.005, 0.975], isOrdered: true },
  payer: { id: "payer", levels: 3, startM: [0.93, 0.05, 0.02], baseU: [0.02, 0.005, 0.975], isOrdered: true },
  payeeNamed: { id: "payeeNamed", levels: 2, startM: [0.5, 0.5], baseU: [0.01, 0.99], isOrdered: true },
  payerNamed: { id: "payerNamed", levels: 2, startM: [0.5, 0.5], baseU: [0.01, 0.99], isOrdered: true },
  reference: { id: "reference", levels: 2, startM: [0.2, 0.8], baseU: [0.0005, 0.9995], isOrdered: true },
};

/** The features of the second code, in which 0 stands for missing and level i for i + 1. */
export const codedIds = ["clock", "memo", "payee", "payer", "payeeNamed", "payerNamed", "reference"] as const;

export const steps = (() => {
  let step = 1;
  const found = {} as Record<(typeof codedIds)[number], number>;
  for (const id of codedIds) {
    found[id] = step;
    step *= features[id].levels + 1;
  }
  return { ...found, all: step };
})();

export const windowCode = (lagLevel: number, amountLevel: number): number => lagLevel * (bands + 1) + amountLevel;
export const windowCodes = lags * (bands + 1);

/** Level + 1 of a feature in a code; 0: missing. */
export const codedLevel = (code: number, id: (typeof codedIds)[number]): number => Math.floor(code / steps[id]) % (features[id].levels + 1);

export const levelOf = (span: number, code: number, id: FeatureId): number => {
  if (id === "lag") return Math.floor(span / (bands + 1));
  if (id === "amount") return span % (bands + 1);
  return codedLevel(code, id) - 1;
};
