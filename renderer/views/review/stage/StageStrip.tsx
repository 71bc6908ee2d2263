// The strip of scenes at the foot of the stage: a small picture and the caption of each; the one that is shown is marked.
import type { ReactNode } from "react";
import type { StageDrawing } from "../../../../shared/review/stage/drawScene.ts";
import { coloursOfNode } from "../../../../shared/review/stage/stageGlyph.ts";
import { fitText, type StageLook, stageSizes, stripBox } from "../../../../shared/review/stage/stageLook.ts";
import { useWords } from "../../../i18n/index.ts";

export function Thumbnail({ drawing, look }: { readonly drawing: StageDrawing; readonly look: StageLook }): ReactNode {
  const { box, nodes, links } = drawing;
  const marked = new Set(nodes.filter(({ isHighlighted }) => isHighlighted).map(({ id }) => id));
  const isQuiet = (...ids: readonly number[]) => marked.size > 0 && !ids.some((id) => marked.has(id));
  return (
    <svg viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`} aria-hidden="true" preserveAspectRatio="xMidYMid meet">
      {links.map((link) => (
        <line
          key={link.id}
          x1={link.start.x}
          y1={link.start.y}
          x2={link.end.x}
          y2={link.end.y}
          stroke={look.link}
          strokeWidth={8}
          opacity={isQuiet(link.from, link.to) ? 0.25 : 1}
        />
      ))}
      {nodes.map((node) => (
        <rect
          key={node.ref}
          x={node.x - 42}
          y={node.y - 42}
          width={84}
          height={84}
          rx={node.kind === "case" ? 14 : 42}
          fill={coloursOfNode(node, look).fill}
          opacity={node.isFaded ? 0.28 : 1}
        />
      ))}
    </svg>
  );
}

export interface StripScene {
  readonly id: string;
  readonly caption: string;
  readonly drawing: StageDrawing;
}

export interface StageStripProps {
  readonly scenes: readonly StripScene[];
  readonly index: number;
  readonly look: StageLook;
  readonly onShow: (index: number) => void;
}

const shown = 6;
const gap = 18;
const pad = 40;

export function StageStrip({ scenes, index, look, onShow }: StageStripProps) {
  const t = useWords();
  const count = Math.min(shown, Math.max(scenes.length, 4));
  const width = (stripBox.width - gap * (count - 1)) / count;
  const first = Math.max(0, Math.min(index - Math.floor(shown / 2), scenes.length - shown));
  const { x, y, height } = stripBox;
  return (
    <nav className="cw-stage-strip" aria-label={t("review.stage.scenes")} style={{ left: x, top: y, width: stripBox.width, height }}>
      {scenes.slice(first, first + shown).map((scene, i) => (
        <button
          key={scene.id}
          type="button"
          style={{ width }}
          aria-current={first + i === index ? "step" : undefined}
          onClick={() => onShow(first + i)}
        >
          <Thumbnail drawing={scene.drawing} look={look} />
          <span>
            <i>{first + i + 1}</i> {fitText(scene.caption, stageSizes.strip, width - pad - 22)}
          </span>
        </button>
      ))}
    </nav>
  );
}
