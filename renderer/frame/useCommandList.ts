// The commands that the search box lists for what is typed: by word, pinyin, initials or English. `>` before it: commands only.
import { useEffect, useMemo, useState } from "react";
import { useWords } from "../i18n/index.ts";
import { type Command, useCommands } from "../state/commands.ts";
import { reportError } from "../state/toasts.ts";
import { findCommands, type SpokenCommand, speak } from "./findCommands.ts";
import { type CommandHelp, frameCommands, loadCommandHelp, wordsOfCommand } from "./searchCommands.ts";

/** Beside hits of a search only the best are shown. */
const mostBesideHits = 8;
export const commandMark = /^[>＞》]/;

export interface CommandList {
  readonly commands: readonly SpokenCommand[];
  readonly isOnly: boolean;
}

export function useCommandList(words: string): CommandList {
  const t = useWords();
  const offered = useCommands((state) => state.offered);
  const [help, setHelp] = useState<CommandHelp | null>(null);
  useEffect(() => {
    loadCommandHelp().then(setHelp, reportError);
  }, []);
  const spoken = useMemo(() => {
    const title = ({ word, under, mark = "" }: Command) => `${under === undefined ? "" : `${t(under)} · `}${t(word)}${mark}`;
    const all = [...offered.flat(), ...frameCommands, ...(help?.pages ?? [])];
    return all.map((command) => speak(command, title(command), wordsOfCommand(command), help?.spell ?? null));
  }, [t, offered, help]);
  const isOnly = commandMark.test(words);
  const typed = words.replace(commandMark, "").trim();
  const found = findCommands(spoken, typed);
  if (isOnly) return { commands: found, isOnly };
  if (typed !== "") return { commands: found.slice(0, mostBesideHits), isOnly };
  return { commands: spoken.filter(({ command }) => frameCommands.includes(command)), isOnly };
}
