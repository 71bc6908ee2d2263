// Laser and pen over the stage: a red point that follows the pointer, and strokes that are wiped with the scene.
import { type PointerEvent, useState } from "react";
import type { Position } from "../../../../shared/chart/graphModel.ts";
import { wall } from "../../../../shared/review/stage/stageLook.ts";
import { addStroke, useStage } from "../../../state/stage.ts";

const outline = (points: readonly Position[]): string =>
  points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${Math.round(x)} ${Math.round(y)}`).join("");

export function StageInk() {
  const tool = useStage((state) => state.tool);
  const strokes = useStage((state) => state.strokes);
  const [point, setPoint] = useState<Position | null>(null);
  const [drawn, setDrawn] = useState<readonly Position[]>([]);
  if (tool === "none" && strokes.length === 0) return null;
  const placeOf = (event: PointerEvent<SVGSVGElement>): Position => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    const factor = wall.width / width;
    return { x: (event.clientX - left) * factor, y: (event.clientY - top) * factor };
  };
  const finish = () => {
    if (drawn.length > 1) addStroke(drawn);
    setDrawn([]);
  };
  return (
    <svg
      className={tool === "none" ? "cw-stage-ink" : "cw-stage-ink cw-stage-ink-live"}
      viewBox={`0 0 ${wall.width} ${wall.height}`}
      aria-hidden="true"
      onPointerDown={(event) => tool === "pen" && setDrawn([placeOf(event)])}
      onPointerMove={(event) => {
        const at = placeOf(event);
        setPoint(at);
        if (drawn.length > 0) setDrawn([...drawn, at]);
      }}
      onPointerUp={finish}
      onPointerLeave={finish}
    >
      {[...strokes, drawn].map((stroke, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes are only ever added
        <path key={i} d={outline(stroke)} className="cw-stage-stroke" />
      ))}
      {tool === "laser" && point !== null && <circle cx={point.x} cy={point.y} r={13} className="cw-stage-laser" />}
    </svg>
  );
}
