// i18next over the catalogue. Keys are flat; the language follows the preferences.
import i18next, { type i18n, type TFunction } from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import { countedForms, type Language, languages, wordsOf } from "../../shared/words.ts";

export type Translate = TFunction;

export const words: i18n = i18next.createInstance();

export async function startWords(language: Language): Promise<void> {
  const resources = Object.fromEntries(languages.map((name) => [name, { translation: wordsOf(name) }]));
  await words
    .use(initReactI18next)
    .use(countedForms)
    .init({
      lng: language,
      fallbackLng: false,
      resources,
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
      returnEmptyString: true,
    });
}

/** The translate function of the language in use; the component draws again when it changes. */
export function useWords(): Translate {
  return useTranslation(undefined, { i18n: words }).t;
}

export function useLanguage(): Language {
  return useTranslation(undefined, { i18n: words }).i18n.language as Language;
}
