// Draws an SVG of ours as PNG in a child.
import type { Task } from "../../jobs/task.ts";
import { writePicture } from "./writePicture.ts";

export interface PictureTaskInput {
  readonly svg: string;
  /** Pixels for a unit of the picture. */
  readonly scale: number;
}

export const pictureTask: Task<PictureTaskInput, Uint8Array> = ({ svg, scale }) => writePicture(svg, scale);
