// A day as the head of a paper writes it.
import type { Language } from "../../../shared/words.ts";

/** 2026年11月27日, no zeros before month and day; November 27, 2026. "" stays. */
export const longDay = (day: string, language: Language): string =>
  day === "" ? "" : new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));
