// The registry of dimensions, in the order in which they are offered. A new one is one entry.
import { crimeKeys } from "../../look/vocabularyKeys.ts";
import { ageBands, bandOf, lossBands } from "./bands.ts";
import { clockDimensions } from "./clockDimensions.ts";
import type { CountedCase } from "./countedCase.ts";
import { asWritten, type Dimension, wordFrom } from "./dimension.ts";

const told = (id: string, name: string, codeOf: (one: CountedCase) => string): Dimension => ({ id, name, codeOf, label: asWritten });

const ageKeys = {
  "0": "statistics.age.child",
  "18": "statistics.age.18",
  "30": "statistics.age.30",
  "40": "statistics.age.40",
  "50": "statistics.age.50",
  "60": "statistics.age.60",
} as const;

const sexKeys = { male: "statistics.sex.male", female: "statistics.sex.female" } as const;

const lossKeys = {
  "0": "statistics.loss.least",
  "3000": "statistics.loss.3000",
  "30000": "statistics.loss.30000",
  "100000": "statistics.loss.100000",
  "500000": "statistics.loss.500000",
} as const;

const codesOf = (bands: readonly { readonly code: string }[]) => () => bands.map(({ code }) => code);

const table = {
  category: {
    id: "category",
    name: "statistics.dimension.category",
    codeOf: ({ category }) => category,
    label: wordFrom(crimeKeys),
  },
  place: told("place", "statistics.dimension.place", ({ district }) => district),
  unit: told("unit", "statistics.dimension.unit", ({ unit }) => unit),
  hour: clockDimensions.hour,
  weekday: clockDimensions.weekday,
  day: clockDimensions.day,
  week: clockDimensions.week,
  month: clockDimensions.month,
  lure: told("lure", "statistics.dimension.lure", ({ lure }) => lure),
  pay: told("pay", "statistics.dimension.pay", ({ pay }) => pay),
  age: {
    id: "age",
    name: "statistics.dimension.age",
    codeOf: ({ age }) => (age === null ? "" : bandOf(ageBands, age)),
    codes: codesOf(ageBands),
    isOrdered: true,
    label: wordFrom(ageKeys),
  },
  sex: {
    id: "sex",
    name: "statistics.dimension.sex",
    codeOf: ({ sex }) => sex ?? "",
    codes: () => Object.keys(sexKeys),
    isOrdered: true,
    label: wordFrom(sexKeys),
  },
  loss: {
    id: "loss",
    name: "statistics.dimension.loss",
    codeOf: ({ money }) => (money.loss === undefined ? "" : bandOf(lossBands, money.loss.fen)),
    codes: codesOf(lossBands),
    isOrdered: true,
    label: wordFrom(lossKeys),
  },
} as const satisfies Readonly<Record<string, Dimension>>;

export type DimensionName = keyof typeof table;
export const dimensions: Readonly<Record<DimensionName, Dimension>> = table;
export const dimensionNames = Object.keys(table) as [DimensionName, ...DimensionName[]];
