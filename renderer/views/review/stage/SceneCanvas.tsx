// A scene as the wall shows it: panels, links, nodes with labels. From one scene to the next the camera glides; places stay what they are.
import { useEffect, useRef, useState } from "react";
import type { StageDrawing } from "../../../../shared/review/stage/drawScene.ts";
import { stageGlyph } from "../../../../shared/review/stage/stageGlyph.ts";
import { partLookOf, type StageLook, stageSizes } from "../../../../shared/review/stage/stageLook.ts";
import type { StageLink, StageNode } from "../../../../shared/review/stage/stageShapes.ts";
import { dashOf, labelLine } from "../../../../shared/review/stage/writeSlideSvg.ts";
import { SvgMarkup } from "../../../parts/SvgMarkup.tsx";
import { between } from "./glide.ts";

const glideMilliseconds = 300;
const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The drawing on its way from the one before. */
function useGlide(target: StageDrawing): StageDrawing {
  const [shown, setShown] = useState(target);
  const last = useRef(target);
  useEffect(() => {
    const from = last.current;
    last.current = target;
    if (from === target || isStill()) return setShown(target);
    let frame = 0;
    const began = performance.now();
    const draw = (now: number) => {
      const share = Math.min(1, (now - began) / glideMilliseconds);
      setShown(share === 1 ? target : between(from, target, 1 - (1 - share) ** 3));
      if (share < 1) frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return shown;
}

function Link({ link, look }: { readonly link: StageLink; readonly look: StageLook }) {
  const { start, end } = link;
  const length = Math.max(1, Math.hypot(end.x - start.x, end.y - start.y));
  const [ux, uy] = [(end.x - start.x) / length, (end.y - start.y) / length];
  const head = link.hasArrow ? 12 + link.width * 1.5 : 0;
  const [x, y] = [end.x - ux * head, end.y - uy * head];
  const colour = link.isOff ? look.off : look.link;
  const wing = head * 0.5;
  return (
    <g opacity={link.isFaded ? 0.28 : 1}>
      <line
        x1={start.x}
        y1={start.y}
        x2={x}
        y2={y}
        stroke={colour}
        strokeWidth={link.isOff ? 3 : link.width}
        strokeDasharray={dashOf(link)}
      />
      {link.hasArrow && (
        <polygon points={`${end.x},${end.y} ${x - uy * wing},${y + ux * wing} ${x + uy * wing},${y - ux * wing}`} fill={colour} />
      )}
    </g>
  );
}

function Node({ node, look }: { readonly node: StageNode; readonly look: StageLook }) {
  return (
    <g transform={`translate(${node.x} ${node.y})`} opacity={node.isFaded ? 0.28 : 1} data-scene-node={node.id}>
      {node.isHighlighted && !node.isOff && <circle r={node.width * 0.78} fill={look.halo} />}
      <SvgMarkup markup={stageGlyph(node, look)} />
      {node.lines.map((line, i) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second line
          key={i}
          y={labelLine(node, i)}
          textAnchor="middle"
          className="cw-scene-label"
          style={{
            fill: look.text,
            stroke: look.ground,
            fontSize: stageSizes.label,
            fontWeight: node.kind === "case" || node.isHighlighted ? 600 : 400,
          }}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

export interface SceneCanvasProps {
  readonly drawing: StageDrawing;
  readonly look: StageLook;
  /** What the picture says, for those who cannot see it. */
  readonly label: string;
}

export function SceneCanvas({ drawing, look, label }: SceneCanvasProps) {
  const { box, panels, links, nodes } = useGlide(drawing);
  return (
    <svg
      role="img"
      aria-label={label}
      className="cw-scene"
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      {panels.map((panel) => {
        const { panel: fill, edge, text } = partLookOf(look, panel.part);
        return (
          <g key={panel.part} data-scene-panel={panel.part}>
            <rect x={panel.x} y={panel.y} width={panel.width} height={panel.height} rx={32} fill={fill} stroke={edge} strokeWidth={3} />
            <text
              x={panel.textX}
              y={panel.textY}
              textAnchor="end"
              className="cw-scene-panel-text"
              style={{ fill: text, fontSize: stageSizes.panel }}
            >
              {panel.text}
            </text>
          </g>
        );
      })}
      {links.map((link) => (
        <Link key={link.id} link={link} look={look} />
      ))}
      {nodes.map((node) => (
        <Node key={node.ref} node={node} look={look} />
      ))}
    </svg>
  );
}
