// Finding a command by what somebody types: its Chinese word, pinyin in full, initials, or the English word, whatever language is shown.
import type { Command } from "../state/commands.ts";

export interface SpokenCommand {
  readonly command: Command;
  /** As it is shown. */
  readonly title: string;
  /** Everything it is found by, lower case, without blanks: words of both languages, pinyin, initials. */
  readonly names: readonly string[];
}

/** Syllables of a Chinese text, other letters as they stand. */
export type Spell = (text: string) => readonly string[];

const squeeze = (text: string): string => text.toLowerCase().replace(/[\s·，。、（）()…:："“”'-]+/g, "");

/** 力导向 → lidaoxiang, ldx; 导出 PDF → daochupdf, dcpdf. */
export function spellings(text: string, spell: Spell): readonly string[] {
  const syllables = spell(text).map((syllable) => squeeze(syllable.normalize("NFKD").replace(/\p{M}/gu, "")));
  const told = squeeze(text);
  const initials = syllables.map((syllable) => (told.includes(syllable) ? syllable : (syllable[0] ?? ""))).join("");
  return [syllables.join(""), initials];
}

export function speak(command: Command, title: string, texts: readonly string[], spell: Spell | null): SpokenCommand {
  const names = texts.map(squeeze);
  const spelled = spell === null ? [] : texts.filter((text) => /\p{Script=Han}/u.test(text)).flatMap((text) => spellings(text, spell));
  return { command, title, names: [...new Set([...names, ...spelled])].filter((name) => name !== "") };
}

/** 0: begins so; 1: a word of it begins so or it holds the text; null: not found. Initials and pinyin are found from their beginning of any part. */
function rank(names: readonly string[], wanted: string): number | null {
  if (names.some((name) => name === wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  return names.some((name) => name.includes(wanted)) ? 2 : null;
}

/** In the order of how well they fit, then as they come. */
export function findCommands(commands: readonly SpokenCommand[], typed: string): readonly SpokenCommand[] {
  const wanted = squeeze(typed);
  if (wanted === "") return commands;
  return commands
    .flatMap((command) => {
      const found = rank(command.names, wanted);
      return found === null ? [] : [{ command, found }];
    })
    .sort((a, b) => a.found - b.found)
    .map(({ command }) => command);
}
