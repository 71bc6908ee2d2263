// The Ministry's name of a category of fraud, however a sheet writes it: 杀猪盘, 网络贷款诈骗, 刷单返利类. Counting, linking and lists ask here; the source row keeps its word.
import fraudCategories from "../../resources/tables/fraudCategories.json" with { type: "json" };

/** 刷单返利类诈骗案 says what 刷单返利 says. */
const bare = (word: string): string => {
  const shorter = word.replace(/(?:类|诈骗|案件|案)$/u, "");
  return shorter === word || shorter === "" ? word : bare(shorter);
};
const spelt = (word: string): string => bare(word.normalize("NFKC").replace(/[\s、,，/()（）·-]/gu, ""));

/** Of the official list alone: names of other crimes are left as they are written. */
const nameOf: ReadonlyMap<string, string> = new Map(
  Object.values(fraudCategories.entries)
    .filter(({ versions }) => versions.length > 0)
    .flatMap(({ zh, aliases }) => [...aliases, zh].map((wording) => [spelt(wording), zh] as const)),
);

export const standardCategory = <Written extends string | null>(written: Written): Written | string =>
  written === null ? written : (nameOf.get(spelt(written)) ?? written);
