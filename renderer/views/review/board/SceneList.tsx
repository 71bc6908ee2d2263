// The scenes in order: dragged or moved by buttons, duplicated, taken out.
import { useState } from "react";
import type { StageDrawing } from "../../../../shared/review/stage/drawScene.ts";
import { litRoom } from "../../../../shared/review/stage/stageLook.ts";
import type { Scene, StoryboardStep } from "../../../../shared/review/storyboard.ts";
import { useWords } from "../../../i18n/index.ts";
import { IconButton, Panel } from "../../../parts/index.ts";
import { Thumbnail } from "../stage/StageStrip.tsx";
import { minutesText } from "./boardWords.ts";

export interface SceneListProps {
  readonly scenes: readonly Scene[];
  readonly drawings: readonly StageDrawing[];
  readonly index: number;
  readonly onChoose: (id: string) => void;
  readonly onChange: (step: StoryboardStep) => void;
}

interface CardProps extends Pick<SceneListProps, "onChoose" | "onChange"> {
  readonly scene: Scene;
  readonly drawing: StageDrawing | undefined;
  readonly at: number;
  readonly count: number;
  readonly isChosen: boolean;
}

function SceneButtons({ scene, at, count, onChange }: CardProps) {
  const t = useWords();
  return (
    <span className="cw-board-card-tools">
      <IconButton
        icon="chevronLeft"
        className="cw-turn-up"
        label={t("review.scene.up")}
        disabled={at === 0}
        onClick={() => onChange({ step: "move", scene: scene.id, to: at - 1 })}
      />
      <IconButton
        icon="chevronDown"
        label={t("review.scene.down")}
        disabled={at === count - 1}
        onClick={() => onChange({ step: "move", scene: scene.id, to: at + 1 })}
      />
      <IconButton icon="copy" label={t("review.scene.duplicate")} onClick={() => onChange({ step: "duplicate", scene: scene.id })} />
      <IconButton icon="trash" label={t("review.scene.remove")} onClick={() => onChange({ step: "remove", scene: scene.id })} />
    </span>
  );
}

function SceneCard(props: CardProps) {
  const t = useWords();
  const { scene, drawing, at, isChosen, onChoose, onChange } = props;
  const [isOver, setOver] = useState(false);
  return (
    <li
      className={`cw-board-card ${isChosen ? "cw-board-card-chosen" : ""} ${isOver ? "cw-board-card-over" : ""}`}
      draggable
      onDragStart={(event) => event.dataTransfer.setData("text/caseweave-scene", scene.id)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("text/caseweave-scene")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const moved = event.dataTransfer.getData("text/caseweave-scene");
        setOver(false);
        if (moved === "" || moved === scene.id) return;
        event.preventDefault();
        event.stopPropagation();
        onChange({ step: "move", scene: moved, to: at });
      }}
    >
      <button type="button" className="cw-board-card-face" aria-current={isChosen} onClick={() => onChoose(scene.id)}>
        {drawing !== undefined && <Thumbnail drawing={drawing} look={litRoom} />}
        <span>
          <b>{at + 1}</b> {scene.caption === "" ? t("review.scene.untitled") : scene.caption}
        </span>
      </button>
      <span className="cw-quiet cw-small cw-number">{scene.seconds === null ? "" : minutesText(scene.seconds)}</span>
      {isChosen && <SceneButtons {...props} />}
    </li>
  );
}

export function SceneList({ scenes, drawings, index, onChoose, onChange }: SceneListProps) {
  const t = useWords();
  const seconds = scenes.reduce((sum, scene) => sum + (scene.seconds ?? 0), 0);
  return (
    <Panel
      className="cw-board-scenes"
      title={t("review.scene.title")}
      tools={
        seconds === 0
          ? t("review.scene.count", { count: scenes.length })
          : t("review.scene.countTime", { count: scenes.length, time: minutesText(seconds) })
      }
    >
      <ol className="cw-board-list">
        {scenes.map((scene, at) => (
          <SceneCard
            key={scene.id}
            scene={scene}
            drawing={drawings[at]}
            at={at}
            count={scenes.length}
            isChosen={at === index}
            onChoose={onChoose}
            onChange={onChange}
          />
        ))}
      </ol>
    </Panel>
  );
}
