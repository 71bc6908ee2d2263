// The desk of a storyboard: scenes at the left, the scene as the wall will show it, its words and clues at the right.
import { useEffect, useMemo, useState } from "react";
import type { OpenStoryboard, StoryboardFormat } from "../../../../shared/review/storyboardCalls.ts";
import { useLanguage, useWords } from "../../../i18n/index.ts";
import { Button, EmptyState, ErrorPanel, IconButton, Skeleton } from "../../../parts/index.ts";
import { engine } from "../../../rpc/engine.ts";
import { handOut } from "../../../state/handOut.ts";
import { goTo, setCrumbs } from "../../../state/navigation.ts";
import { changeBoard, present, readyBoard, useStoryboards, walkBoard } from "../../../state/storyboards.ts";
import { reportError, tell } from "../../../state/toasts.ts";
import { useCall } from "../../../state/useCall.ts";
import { useWorkspace } from "../../../state/workspace.ts";
import { useViewKeys } from "../../viewKeys.ts";
import { useDrawings } from "../stage/useStageScene.ts";
import { stepKeys } from "./boardWords.ts";
import { SceneEditor } from "./SceneEditor.tsx";
import { SceneList } from "./SceneList.tsx";
import { ScenePreview } from "./ScenePreview.tsx";
import "./board.css";

function ExportButtons({ board }: { readonly board: OpenStoryboard }) {
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const write = async (format: StoryboardFormat) => {
    setBusy(true);
    try {
      const file = await engine.call("review.exportStoryboard", { id: board.id, format, language });
      handOut(file);
      tell("review.board.exported", { file: file.file, count: file.count });
    } catch (error) {
      reportError(error);
    } finally {
      setBusy(false);
    }
  };
  const isOff = isBusy || board.scenes === 0;
  return (
    <>
      <Button icon="download" disabled={isOff} onClick={() => void write("pptx")}>
        PPTX
      </Button>
      <Button icon="download" disabled={isOff} onClick={() => void write("pdf")}>
        PDF
      </Button>
    </>
  );
}

const presentKey = "F5";

interface BarProps {
  readonly board: OpenStoryboard;
  readonly index: number;
}

function BoardBar({ board, index }: BarProps) {
  const t = useWords();
  const { id, undo, redo } = board;
  const walk = (direction: "undo" | "redo") => walkBoard(id, direction).catch(reportError);
  useViewKeys("board", {
    [presentKey]: () => board.scenes > 0 && present(id, index),
    "$mod+z": () => void walk("undo"),
    "$mod+y": () => void walk("redo"),
  });
  return (
    <div className="cw-board-bar" role="toolbar" aria-label={t("review.board.bar")} data-panel="" tabIndex={-1}>
      <IconButton icon="chevronLeft" label={t("review.board.back")} onClick={() => goTo("review", "boards")} />
      <h1>{board.name}</h1>
      <IconButton
        icon="arrowBackUp"
        label={undo === null ? t("chart.undo.none") : t("chart.undo.named", { step: t(stepKeys[undo]) })}
        disabled={undo === null}
        onClick={() => void walk("undo")}
      />
      <IconButton
        icon="arrowForwardUp"
        label={redo === null ? t("chart.redo.none") : t("chart.redo.named", { step: t(stepKeys[redo]) })}
        disabled={redo === null}
        onClick={() => void walk("redo")}
      />
      <div className="cw-board-bar-end">
        <ExportButtons board={board} />
        <Button tone="primary" icon="presentation" shortcut={presentKey} disabled={board.scenes === 0} onClick={() => present(id, index)}>
          {t("review.board.present")}
        </Button>
      </div>
    </div>
  );
}

function OpenBoard({ board, masked }: { readonly board: OpenStoryboard; readonly masked: OpenStoryboard }) {
  const t = useWords();
  const [chosen, setChosen] = useState("");
  const drawings = useDrawings(masked);
  const { scenes } = masked.board;
  const index = Math.max(
    0,
    scenes.findIndex(({ id }) => id === chosen),
  );
  const scene = scenes[index];
  const open = board.board.scenes.find(({ id }) => id === scene?.id);
  const change = (step: Parameters<typeof changeBoard>[1]) => changeBoard(board.id, step).catch(reportError);
  return (
    <div className="cw-board">
      <BoardBar board={board} index={index} />
      <SceneList scenes={scenes} drawings={drawings} index={index} onChoose={setChosen} onChange={change} />
      {scene === undefined || open === undefined ? (
        <EmptyState
          icon="presentation"
          title={t("review.board.noScenes")}
          action={
            <Button tone="primary" icon="affiliate" onClick={() => goTo("chart")}>
              {t("review.board.toChart")}
            </Button>
          }
        >
          {t("review.board.noScenesWhy")}
        </EmptyState>
      ) : (
        <>
          <ScenePreview key={scene.id} scene={scene} drawing={drawings[index]!} onChange={change} />
          <SceneEditor key={`${scene.id}-editor`} scene={open} shown={scene} elements={masked.elements} onChange={change} />
        </>
      )}
    </div>
  );
}

export function BoardView({ id }: { readonly id: string }) {
  const t = useWords();
  const version = useWorkspace((state) => state.versions.storyboards + state.versions.facts);
  const { data, error, reload } = useCall("review.readStoryboard", { id }, ["storyboards", "facts"]);
  const masked = useStoryboards((state) => state.ready[id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the workspace changed
  useEffect(() => void readyBoard(id).catch(reportError), [id, version]);
  const name = data?.name ?? "";
  useEffect(() => setCrumbs([t("review.tab.boards"), name]), [t, name]);
  const board = useMemo(() => data, [data]);
  if (error !== null) return <ErrorPanel error={error} onRetry={reload} />;
  if (board === null || masked === undefined) return <Skeleton rows={14} tall />;
  return <OpenBoard board={board} masked={masked} />;
}
