// Bands of a number: each begins where it is named and ends before the next.

export interface Band {
  /** The least value, in the unit of the number. */
  readonly from: number;
  readonly code: string;
}

/** Code of the band that a number lies in. */
export const bandOf = (bands: readonly Band[], value: number): string =>
  bands.findLast(({ from }) => value >= from)?.code ?? bands[0]!.code;

const tenThousand = 1_000_000;

/**
 * Loss in fen. The steps of fraud by law: 3,000, 30,000 and 500,000 yuan (最高人民法院、最高人民检察院、公安部《关于办理电信网络诈骗等刑事案件
 * 适用法律若干问题的意见》, 2016, 二(一)), with 100,000 between.
 */
export const lossBands: readonly Band[] = [
  { from: 0, code: "0" },
  { from: 0.3 * tenThousand, code: "3000" },
  { from: 3 * tenThousand, code: "30000" },
  { from: 10 * tenThousand, code: "100000" },
  { from: 50 * tenThousand, code: "500000" },
];

/** Years of age. Below 18 and from 60 on are groups of the law (未成年人, 老年人). */
export const ageBands: readonly Band[] = [
  { from: 0, code: "0" },
  { from: 18, code: "18" },
  { from: 30, code: "30" },
  { from: 40, code: "40" },
  { from: 50, code: "50" },
  { from: 60, code: "60" },
];
