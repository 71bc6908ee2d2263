// Keys of the frame: stages, search, panels, help. Letters act only when no field has the focus.
import { useEffect } from "react";
import { tinykeys } from "tinykeys";
import { stages } from "../../shared/stages.ts";
import { goTo, showHelp, showSearch, useNavigation } from "../state/navigation.ts";
import type { frameKeyList } from "../views/keyList.ts";

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Moves the focus to the next panel in the order of the page. */
function walkPanels(event: KeyboardEvent): void {
  event.preventDefault();
  const panels = [...document.querySelectorAll<HTMLElement>("[data-panel]")].filter((panel) => panel.offsetParent !== null);
  const current = panels.findLastIndex((panel) => panel.contains(document.activeElement));
  const step = event.shiftKey ? -1 : 1;
  panels[(current + step + panels.length) % panels.length]?.focus();
}

function toggleSearch(event: KeyboardEvent): void {
  event.preventDefault();
  showSearch(!useNavigation.getState().isSearchOpen);
}

const goToStage = (index: number) => (event: KeyboardEvent) => {
  event.preventDefault();
  goTo(stages[index]!);
};

const openHelp = (event: KeyboardEvent): void => {
  if (!isTyping(event.target)) showHelp(true);
};

type Handler = (event: KeyboardEvent) => void;

/** For each key of the list its handler; `1…7` stands for one a stage. Browsers keep Ctrl 1…8 for their tabs: Alt does the same in the web shell. */
const handlers: Readonly<Record<keyof typeof frameKeyList, Handler | ((index: number) => Handler)>> = {
  "$mod+1…7": goToStage,
  "Alt+1…7": goToStage,
  "$mod+k": toggleSearch,
  F6: walkPanels,
  "Shift+F6": walkPanels,
  "Shift+?": openHelp,
};

function eachKey([key, handler]: readonly [string, Handler | ((index: number) => Handler)]): readonly (readonly [string, Handler])[] {
  if (!key.endsWith("1…7")) return [[key, handler as Handler]];
  return stages.map((_, index) => [key.replace("1…7", String(index + 1)), (handler as (index: number) => Handler)(index)] as const);
}

/** By itself tinykeys hears nothing in a field: whoever acts there asks for himself. */
export const alsoInFields = { ignore: (event: KeyboardEvent): boolean => event.repeat || event.isComposing };

export function useFrameKeys(): void {
  useEffect(() => tinykeys(window, Object.fromEntries(Object.entries(handlers).flatMap(eachKey)), alsoInFields), []);
}
