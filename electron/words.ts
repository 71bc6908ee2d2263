// Sentences of the catalogue outside the renderer: the menu, the lines a shell prints.
import { createInstance } from "i18next";
import type { WireError } from "../shared/errors.ts";
import { errorBlanks } from "../shared/reasons.ts";
import { countedForms, type Language, wordsOf } from "../shared/words.ts";

export type Sentence = (key: string, values?: Readonly<Record<string, unknown>>) => string;

export function createSentences(language: Language): Sentence {
  const instance = createInstance().use(countedForms);
  void instance.init({
    lng: language,
    resources: { [language]: { translation: wordsOf(language) } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    missingInterpolationHandler: () => "", // a fact that an error does not carry leaves a gap, never a blank's name
  });
  return (key, values) => instance.t(key, values ?? {});
}

/** The one place outside the renderer where a key is put together: every code has its sentence (tests/architecture). */
export function errorSentence(t: Sentence, error: WireError): string {
  return t(`error.${error.code}`, errorBlanks(t, error.details)).trim();
}

/** Chinese unless the system clearly speaks English. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith("en") ? "en" : "zh-CN";
}

export function terminalLanguage(): Language {
  return languageOf(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG);
}
