// What a scene needs to be drawn: the shapes, its clues with their names, its cases, what it is without them.
import { useMemo } from "react";
import { drawScene, type StageDrawing } from "../../../../shared/review/stage/drawScene.ts";
import { looseCases } from "../../../../shared/review/stage/looseCases.ts";
import { sceneLabel } from "../../../../shared/review/stage/sceneLabels.ts";
import type { OpenStoryboard } from "../../../../shared/review/storyboardCalls.ts";
import { useStage } from "../../../state/stage.ts";
import { useCall } from "../../../state/useCall.ts";
import type { Clue } from "./StageSide.tsx";
import { useSceneWords } from "./sceneWords.ts";
import { useWhatIf } from "./useWhatIf.ts";

const casePrefix = "case:";
export const seriesOf = (subject: string): string | null => (subject.startsWith("series:") ? subject.slice("series:".length) : null);

/** Drawings of all scenes as they are kept, for the strip. */
export function useDrawings({ board, elements }: OpenStoryboard): readonly StageDrawing[] {
  const words = useSceneWords();
  const hasPanels = seriesOf(board.subject) !== null;
  return useMemo(
    () => board.scenes.map((scene) => drawScene(scene, elements, { ...words, hasPanels })),
    [board, elements, words, hasPanels],
  );
}

export function useStageScene({ board, elements }: OpenStoryboard, drawings: readonly StageDrawing[]) {
  const index = useStage((state) => state.index);
  const off = useStage((state) => state.off);
  const words = useSceneWords();
  const scene = board.scenes[Math.min(index, board.scenes.length - 1)]!;
  const series = seriesOf(board.subject);
  const names = useMemo(() => new Map(elements.nodes.map((node) => [node.ref, node])), [elements]);
  const cases = useMemo(
    () => scene.document.nodes.flatMap(({ ref }) => (ref.startsWith(casePrefix) ? [ref.slice(casePrefix.length)] : [])),
    [scene],
  );
  const { answer, error, isWorking } = useWhatIf(cases, [...off], scene.clues);
  const effect = answer?.find((one) => series === null || one.series === series) ?? null;
  const { data } = useCall("group.readSeries", series === null ? null : { series }, ["group"], true);
  const drawing = useMemo(() => {
    const kept = drawings[board.scenes.indexOf(scene)]!;
    if (off.size === 0) return kept;
    return drawScene(scene, elements, { ...words, off, parts: effect?.parts ?? null, hasPanels: series !== null });
  }, [drawings, board, scene, elements, words, off, effect, series]);
  const loose = useMemo(() => looseCases(drawing, effect?.parts ?? null), [drawing, effect]);
  const clues = scene.clues.flatMap((ref): Clue[] => {
    const node = names.get(ref);
    return node === undefined ? [] : [{ ref, kind: node.kind, subtype: node.subtype, name: sceneLabel(node, words.words).join(" ") }];
  });
  const whole = data === null ? null : { cases: data.cases.length, weakestBits: data.weakest.bits };
  return { scene, drawing, clues, whole, effect, error, isWorking, loose };
}
