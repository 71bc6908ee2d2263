// Money in headlines: 万 in Chinese, thousands grouped in English. Tables show two decimals instead.
import { useLanguage } from "../../i18n/index.ts";

export function headlineMoney(amount: string, language: string): string {
  const value = Number(amount);
  if (!Number.isFinite(value)) return amount;
  if (language === "zh-CN" && value >= 10_000) return `${(value / 10_000).toFixed(1)} 万`;
  return Math.round(value).toLocaleString("en-US");
}

export function useHeadlineMoney(): (amount: string) => string {
  const language = useLanguage();
  return (amount) => headlineMoney(amount, language);
}
