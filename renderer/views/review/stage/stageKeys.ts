// Keys of the stage. It takes every key while it stands; with Ctrl, Alt or Meta they are the browser's or the frame's.
import { useEffect, useRef } from "react";
import { isTyping } from "../../../frame/frameKeys.ts";
import { showScene, switchClue, takeTool, toggleStage, useStage, wipe } from "../../../state/stage.ts";
import type { stageKeyList } from "../../keyList.ts";

export interface StageKeyTargets {
  readonly count: number;
  readonly clues: readonly string[];
  readonly leave: () => void;
  readonly openNotes: () => void;
}

type Act = (targets: StageKeyTargets) => void;

const step =
  (by: number): Act =>
  ({ count }) =>
    showScene(useStage.getState().index + by, count);
const next = step(1);
const back = step(-1);

/** One level back: help, minutes, tool, then the stage. */
const stepBack: Act = ({ leave }) => {
  const { hasHelp, isMinuting, tool } = useStage.getState();
  if (hasHelp) toggleStage("hasHelp");
  else if (isMinuting) toggleStage("isMinuting");
  else if (tool !== "none") takeTool(tool);
  else leave();
};

function toggleFullScreen(): void {
  // Refused where the window may not fill the screen: the stage covers the window then, as before.
  const asked = document.fullscreenElement === null ? document.documentElement.requestFullscreen?.() : document.exitFullscreen();
  asked?.catch(() => undefined);
}

/** All that the list names; of the clues each has its number. */
const acts: Readonly<Record<Exclude<keyof typeof stageKeyList, "1…9">, Act>> = {
  ArrowRight: next,
  PageDown: next,
  " ": next,
  ArrowLeft: back,
  PageUp: back,
  Home: ({ count }) => showScene(0, count),
  End: ({ count }) => showScene(count - 1, count),
  b: () => toggleStage("isBlank"),
  d: () => toggleStage("isDark"),
  m: () => toggleStage("isMinuting"),
  n: ({ openNotes }) => openNotes(),
  l: () => takeTool("laser"),
  p: () => takeTool("pen"),
  e: wipe,
  f: toggleFullScreen,
  "?": () => toggleStage("hasHelp"),
  Escape: stepBack,
};

const stageKeys: Readonly<Record<string, Act>> = acts;

export function useStageKeys(targets: StageKeyTargets): void {
  const latest = useRef(targets);
  latest.current = targets;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const clue = /^[1-9]$/.test(event.key) ? latest.current.clues[Number(event.key) - 1] : undefined;
      const act = stageKeys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      // A switch or a scene that has the focus takes its own blank and Enter.
      if (event.key === " " && event.target instanceof HTMLButtonElement) return;
      if (clue === undefined && act === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (clue !== undefined) switchClue(clue);
      else act?.(latest.current);
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, []);
}
