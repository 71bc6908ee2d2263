// Several words as one text, with the mark that the language puts between them.
import type { Translate } from "./index.ts";

export const joined = (t: Translate, words: readonly string[]): string => words.join(t("frame.list.mark"));
