// The stage: one scene over the whole window at the sizes of a wall, always masked, with its switches, strip, laser, pen and minutes.
import { useEffect, useRef, useState } from "react";
import { darkRoom, litRoom, type StageLook, wall } from "../../../../shared/review/stage/stageLook.ts";
import type { OpenStoryboard } from "../../../../shared/review/storyboardCalls.ts";
import { useWords } from "../../../i18n/index.ts";
import { EmptyState, formatTime, Icon } from "../../../parts/index.ts";
import { openStage, showScene, switchClue, toggleStage, useStage } from "../../../state/stage.ts";
import { openBoard, readyBoard, useStoryboards } from "../../../state/storyboards.ts";
import { reportError } from "../../../state/toasts.ts";
import { MinuteBox } from "./MinuteBox.tsx";
import { SceneCanvas } from "./SceneCanvas.tsx";
import { StageHelp } from "./StageHelp.tsx";
import { StageInk } from "./StageInk.tsx";
import { StageSide } from "./StageSide.tsx";
import { StageStrip } from "./StageStrip.tsx";
import { useStageKeys } from "./stageKeys.ts";
import { openStageLine } from "./stageLine.ts";
import { seriesOf, useDrawings, useStageScene } from "./useStageScene.ts";
import "./stage.css";
import "./stageTools.css";

/** px of the window for a px of the wall. */
function useWallScale(): number {
  const read = () => Math.min(innerWidth / wall.width, innerHeight / wall.height);
  const [scale, setScale] = useState(read);
  useEffect(() => {
    const follow = () => setScale(read());
    addEventListener("resize", follow);
    return () => removeEventListener("resize", follow);
  });
  return scale;
}

const cursorMilliseconds = 3000;

/** The cursor goes after three seconds without a move. */
function useQuietCursor(): { readonly isQuiet: boolean; readonly onMove: () => void } {
  const [isQuiet, setQuiet] = useState(false);
  const timer = useRef(0);
  const onMove = () => {
    setQuiet(false);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setQuiet(true), cursorMilliseconds);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return { isQuiet, onMove };
}

/** Keeps the window of the speaker on the scene that is shown. */
function useStageLine(board: string): void {
  const index = useStage((state) => state.index);
  const startedAt = useStage((state) => state.startedAt);
  useEffect(() => {
    const line = openStageLine((moment) => moment === "asked" && line.tell({ board, index, startedAt }));
    line.tell({ board, index, startedAt });
    return line.close;
  }, [board, index, startedAt]);
}

const variablesOf = ({ palette, parts, ground, text, textSecond, off }: StageLook): Record<string, string> => ({
  "--cw-stage-ground": ground,
  "--cw-stage-text": text,
  "--cw-stage-text2": textSecond,
  "--cw-stage-line": palette.line,
  "--cw-stage-edge": palette.lineStrong,
  "--cw-stage-accent": parts[0]!.fill,
  "--cw-stage-accent-ink": parts[0]!.ink,
  "--cw-stage-chosen": palette.selected,
  "--cw-stage-raised": palette.raised,
  "--cw-stage-contra": palette.contra,
  "--cw-stage-off": off,
});

function openNotes(board: string): void {
  const opened = window.open(`#/review/notes:${board}`, "caseweave-notes", "popup,width=960,height=720");
  if (opened === null) toggleStage("hasNotes");
}

function Head({ opened, caption, line }: { readonly opened: OpenStoryboard; readonly caption: string; readonly line: string }) {
  const t = useWords();
  const startedAt = useStage((state) => state.startedAt);
  const series = seriesOf(opened.board.subject);
  return (
    <header className="cw-stage-head">
      <div>
        <h1 className="cw-stage-caption">{caption === "" ? opened.name : caption}</h1>
        <p className="cw-stage-line">{line}</p>
      </div>
      <p className="cw-stage-what">
        {series === null ? opened.name : t("review.stage.series", { series })} · {formatTime(startedAt, "date")}
        <b>
          <Icon name="eyeOff" size={28} /> {t("review.stage.masked")}
        </b>
      </p>
    </header>
  );
}

function OpenStage({ opened }: { readonly opened: OpenStoryboard }) {
  const t = useWords();
  const { index, off, isDark, isBlank, isMinuting, hasNotes, hasHelp } = useStage();
  const scale = useWallScale();
  const { isQuiet, onMove } = useQuietCursor();
  const drawings = useDrawings(opened);
  const { scene, drawing, ...side } = useStageScene(opened, drawings);
  const { id, board } = opened;
  const look = isDark ? darkRoom : litRoom;
  useStageKeys({ count: board.scenes.length, clues: scene.clues, leave: () => openBoard(id), openNotes: () => openNotes(id) });
  useStageLine(id);
  const strip = board.scenes.map((one, i) => ({ id: one.id, caption: one.caption, drawing: drawings[i]! }));
  return (
    <div
      className={isQuiet ? "cw-stage cw-stage-quiet" : "cw-stage"}
      style={variablesOf(look)}
      data-dark={isDark}
      onPointerMove={onMove}
      role="dialog"
      aria-label={t("review.stage.name", { name: opened.name })}
    >
      <div className="cw-stage-wall" style={{ transform: `scale(${scale})` }}>
        <Head opened={opened} caption={scene.caption} line={scene.line} />
        <SceneCanvas drawing={drawing} look={look} label={scene.caption} />
        {scene.clues.length > 0 && <StageSide {...side} off={off} onSwitch={switchClue} look={look} />}
        <StageStrip scenes={strip} index={index} look={look} onShow={(to) => showScene(to, strip.length)} />
        {hasNotes && <p className="cw-stage-notes">{scene.notes === "" ? t("review.notes.none") : scene.notes}</p>}
        {isMinuting && <MinuteBox board={id} scene={scene.id} subject={board.subject} />}
        {isBlank && <div className="cw-stage-blank" />}
        <StageInk />
        {hasHelp && <StageHelp />}
      </div>
    </div>
  );
}

/** `B-1@2`: the storyboard and the scene, from 0. */
export function Stage({ subject }: { readonly subject: string }) {
  const t = useWords();
  const [id = "", scene = "0"] = subject.split("@");
  const opened = useStoryboards((state) => state.ready[id]);
  const count = opened?.board.scenes.length;
  useEffect(() => {
    readyBoard(id).catch((error) => {
      reportError(error);
      openBoard("");
    });
  }, [id]);
  useEffect(() => openStage(Number(scene), Date.now()), [scene]);
  if (opened === undefined) return <div className="cw-stage" />;
  if (count === 0)
    return (
      <EmptyState icon="presentation" title={t("review.board.noScenes")}>
        {t("review.board.noScenesWhy")}
      </EmptyState>
    );
  return <OpenStage opened={opened} />;
}
