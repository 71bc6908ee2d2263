// Commands of the search box: go to a stage, switch theme or masking. Words come from the catalogue.
import type { IconName } from "../parts/index.ts";
import { goTo, showHelp, viewNames } from "../state/navigation.ts";
import { changePreferences, toggleMasking } from "../state/preferences.ts";
import { viewLooks } from "../views/viewLook.ts";

export interface SearchCommand {
  readonly id: string;
  readonly icon: IconName;
  /** Key of the catalogue. */
  readonly word: string;
  readonly keys: string;
  readonly run: () => void;
}

const stageKeysOf = (index: number): string => (index >= 1 && index <= 7 ? `Ctrl ${index}` : "");

export const searchCommands: readonly SearchCommand[] = [
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
  { id: "help", icon: "keyboard", word: "frame.command.help", keys: "?", run: () => showHelp(true) },
];
