// The glyph of a kind in the side of the stage, in a box of 48 around (0, 0).
import { shapeOf } from "../../../../shared/chart/kindShapes.ts";
import { stageGlyph } from "../../../../shared/review/stage/stageGlyph.ts";
import type { StageLook } from "../../../../shared/review/stage/stageLook.ts";

const side = 42;

export function kindGlyphOnWall(kind: string, subtype: string, look: StageLook): string {
  const { width, height } = shapeOf(kind);
  const scale = side / Math.max(width, height);
  return stageGlyph(
    {
      id: 0,
      ref: "",
      kind,
      subtype,
      x: 0,
      y: 0,
      width: width * scale,
      height: height * scale,
      lines: [],
      part: null,
      isOff: false,
      isFaded: false,
      isHighlighted: false,
    },
    look,
  );
}
