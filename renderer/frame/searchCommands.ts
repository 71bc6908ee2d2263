// Commands of the frame: go to a stage or a page of one, switch theme, language or masking. Pages come from their own registries, read when the box is first opened.
import { catalogue } from "../../shared/words.ts";
import type { Command } from "../state/commands.ts";
import { goTo, showHelp, viewNames } from "../state/navigation.ts";
import { changePreferences, toggleMasking } from "../state/preferences.ts";
import { changeTimeWindow, selectEntities } from "../state/selection.ts";
import { capOf } from "../views/keyList.ts";
import { viewLooks } from "../views/viewLook.ts";

const stageKeysOf = (index: number): string => (index >= 1 && index <= 7 ? `Ctrl ${index}` : "");

export const frameCommands: readonly Command[] = [
  ...viewNames.map((name, index) => ({
    id: name,
    icon: viewLooks[name].icon,
    word: viewLooks[name].word,
    keys: stageKeysOf(index),
    run: () => goTo(name),
  })),
  { id: "mask", icon: "eyeOff", word: "frame.command.mask", keys: "", run: toggleMasking },
  { id: "light", icon: "settings", word: "frame.command.light", keys: "", run: () => changePreferences({ theme: "light" }) },
  { id: "dark", icon: "settings", word: "frame.command.dark", keys: "", run: () => changePreferences({ theme: "dark" }) },
  {
    id: "projector",
    icon: "presentation",
    word: "frame.command.projector",
    keys: "",
    run: () => changePreferences({ theme: "projector" }),
  },
  { id: "zh", icon: "settings", word: "frame.command.chinese", keys: "", run: () => changePreferences({ language: "zh-CN" }) },
  { id: "en", icon: "settings", word: "frame.command.english", keys: "", run: () => changePreferences({ language: "en" }) },
  {
    id: "window",
    icon: "calendar",
    word: "frame.command.allTime",
    keys: "",
    run: () => changeTimeWindow({ from: null, until: null }),
  },
  { id: "none", icon: "pointer", word: "frame.command.selectNone", keys: "", run: () => selectEntities([]) },
  { id: "help", icon: "keyboard", word: "frame.command.help", keys: capOf("Shift+?"), run: () => showHelp(true) },
];

/** A page of a stage: the word of the stage, then its own. */
async function loadPageCommands(): Promise<readonly Command[]> {
  const [trace, review] = await Promise.all([import("../views/trace/pages.ts"), import("../views/review/pages.ts")]);
  const { trace: traceLook, review: reviewLook } = viewLooks;
  return [
    ...Object.entries(trace.pages).map(([page, { word }]) => ({
      ...{ id: `trace.${page}`, icon: traceLook.icon, under: traceLook.word, word, keys: "", run: () => goTo("trace", page) },
    })),
    ...review.pages.map(({ subject, word }) => ({
      ...{ id: `review.${subject}`, icon: reviewLook.icon, under: reviewLook.word, word, keys: "" },
      run: () => goTo("review", subject),
    })),
  ];
}

export interface CommandHelp {
  readonly pages: readonly Command[];
  readonly spell: (text: string) => readonly string[];
}

let helping: Promise<CommandHelp> | null = null;

/** Pages and pinyin are not needed until somebody looks for a command. */
export function loadCommandHelp(): Promise<CommandHelp> {
  helping ??= Promise.all([loadPageCommands(), import("pinyin-pro")]).then(([pages, { pinyin }]) => ({
    pages,
    spell: (text) => pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive", v: true }),
  }));
  helping.catch(() => {
    helping = null;
  });
  return helping;
}

/** Words of a command in both languages. */
export const wordsOfCommand = ({ word, under, mark }: Command): readonly string[] =>
  (["zh", "en"] as const).flatMap((language) => {
    const own = catalogue[word]?.[language] ?? "";
    const over = under === undefined ? "" : (catalogue[under]?.[language] ?? "");
    return [own + (mark ?? ""), ...(over === "" ? [] : [over + own + (mark ?? "")])];
  });
