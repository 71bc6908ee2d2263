// The scene as the wall will show it, in small. Wheel and drag choose what is seen of it; a double click shows all again.
import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { StageDrawing } from "../../../../shared/review/stage/drawScene.ts";
import { litRoom, wall } from "../../../../shared/review/stage/stageLook.ts";
import type { Camera, Scene, StoryboardStep } from "../../../../shared/review/storyboard.ts";
import { useWords } from "../../../i18n/index.ts";
import { Button, Tag } from "../../../parts/index.ts";
import { SceneCanvas } from "../stage/SceneCanvas.tsx";
import { mostLegible } from "./TakeScene.tsx";
import "../stage/stage.css";
import "../stage/stageTools.css";

export interface ScenePreviewProps {
  readonly scene: Scene;
  readonly drawing: StageDrawing;
  readonly onChange: (step: StoryboardStep) => void;
}

const paperColours = { "--cw-stage-ground": "#ffffff", "--cw-stage-text": litRoom.text, "--cw-stage-text2": litRoom.textSecond } as Record<
  string,
  string
>;
const settleMilliseconds = 500;

/** What the drawing shows now, as a camera. */
function cameraOf({ box, view }: StageDrawing): Camera {
  return {
    x: (box.x - view.dx) / view.scale,
    y: (box.y - view.dy) / view.scale,
    width: box.width / view.scale,
    height: box.height / view.scale,
  };
}

/** The drawing seen through another camera: places move, sizes stay. */
function through(drawing: StageDrawing, camera: Camera): StageDrawing {
  const { box, view } = drawing;
  const scale = Math.min(box.width / camera.width, box.height / camera.height);
  const dx = box.x + box.width / 2 - (camera.x + camera.width / 2) * scale;
  const dy = box.y + box.height / 2 - (camera.y + camera.height / 2) * scale;
  const at = <P extends { readonly x: number; readonly y: number }>({ x, y }: P) => ({
    x: ((x - view.dx) / view.scale) * scale + dx,
    y: ((y - view.dy) / view.scale) * scale + dy,
  });
  return {
    ...drawing,
    panels: [],
    nodes: drawing.nodes.map((node) => ({ ...node, ...at(node) })),
    links: drawing.links.map((link) => ({ ...link, start: at(link.start), end: at(link.end) })),
  };
}

function useCamera(drawing: StageDrawing, keep: (camera: Camera) => void) {
  const [camera, setCamera] = useState<Camera | null>(null);
  const timer = useRef(0);
  const move = (next: Camera) => {
    setCamera(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => keep(next), settleMilliseconds);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is drawn now
  useEffect(() => setCamera(null), [drawing]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { shown: camera === null ? drawing : through(drawing, camera), camera: camera ?? cameraOf(drawing), move };
}

/** px of the screen for a px of the wall, as wide as its place. */
function useFit() {
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0.4);
  useEffect(() => {
    const element = box.current!;
    const observer = new ResizeObserver(() => setScale(Math.min(element.clientWidth / wall.width, element.clientHeight / wall.height)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, scale };
}

export function ScenePreview({ scene, drawing, onChange }: ScenePreviewProps) {
  const t = useWords();
  const { box, scale } = useFit();
  const arrange = (camera: Camera | null) => onChange({ step: "arrange", scene: scene.id, change: { camera } });
  const { shown, camera, move } = useCamera(drawing, arrange);
  const drag = useRef<{ readonly x: number; readonly y: number; readonly from: Camera } | null>(null);
  const units = camera.width / drawing.box.width / scale;
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current === null) return;
    const { x, y, from } = drag.current;
    move({ ...from, x: from.x - (event.clientX - x) * units, y: from.y - (event.clientY - y) * units });
  };
  const count = scene.document.nodes.length;
  return (
    <section className="cw-board-preview" data-panel="" tabIndex={-1}>
      <div ref={box} className="cw-board-wall-box">
        <div
          role="application"
          aria-label={t("review.preview.title")}
          className="cw-board-wall"
          style={{ ...paperColours, width: wall.width * scale, height: wall.height * scale }}
          onWheel={({ deltaY }) => {
            const factor = deltaY > 0 ? 1.1 : 1 / 1.1;
            const [width, height] = [camera.width * factor, camera.height * factor];
            move({ x: camera.x - (width - camera.width) / 2, y: camera.y - (height - camera.height) / 2, width, height });
          }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            drag.current = { x: event.clientX, y: event.clientY, from: camera };
          }}
          onPointerMove={onPointerMove}
          onPointerUp={() => {
            drag.current = null;
          }}
          onDoubleClick={() => arrange(null)}
        >
          <div className="cw-stage-wall" style={{ transform: `scale(${scale})`, transformOrigin: "0 0" }}>
            <header className="cw-stage-head">
              <div>
                <p className="cw-stage-caption">{scene.caption === "" ? t("review.scene.untitled") : scene.caption}</p>
                <p className="cw-stage-line">{scene.line}</p>
              </div>
            </header>
            <SceneCanvas drawing={shown} look={litRoom} label={scene.caption} />
          </div>
        </div>
      </div>
      <footer className="cw-board-preview-foot">
        <Tag tone="plus">{t("review.stage.masked")}</Tag>
        {count > mostLegible ? (
          <span className="cw-tone-warn">{t("review.preview.many", { count, most: mostLegible })}</span>
        ) : (
          <span className="cw-quiet">{t("review.preview.hint", { count })}</span>
        )}
        <Button small tone="text" icon="focusCentered" disabled={scene.camera === null} onClick={() => arrange(null)}>
          {t("review.preview.all")}
        </Button>
      </footer>
    </section>
  );
}
