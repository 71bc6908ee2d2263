// Keys of the frame: stages, search, panels, help. Letters act only when no field has the focus.
import { useEffect } from "react";
import { tinykeys } from "tinykeys";
import { stages } from "../../shared/stages.ts";
import { goTo, showHelp, showSearch, useNavigation } from "../state/navigation.ts";

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

function stageKeys(): Record<string, (event: KeyboardEvent) => void> {
  const keys: Record<string, (event: KeyboardEvent) => void> = {};
  for (const [index, stage] of stages.entries()) {
    const go = (event: KeyboardEvent) => {
      event.preventDefault();
      goTo(stage);
    };
    keys[`$mod+${index + 1}`] = go;
    // Browsers keep Ctrl 1…8 for their tabs: Alt does the same in the web shell.
    keys[`Alt+${index + 1}`] = go;
  }
  return keys;
}

export function useFrameKeys(): void {
  useEffect(
    () =>
      tinykeys(
        window,
        {
          ...stageKeys(),
          "$mod+k": (event) => {
            event.preventDefault();
            showSearch(!useNavigation.getState().isSearchOpen);
          },
          F6: walkPanels,
          "Shift+F6": walkPanels,
          "Shift+?": (event) => {
            if (!isTyping(event.target)) showHelp(true);
          },
        },
        // Also from a field: by itself it would hear none of them there.
        { ignore: (event) => event.repeat || event.isComposing },
      ),
    [],
  );
}
