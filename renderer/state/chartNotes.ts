// Notes, cards, frames, arrows and comments on the chart, and files attached to them; each change is a step.
import type { Attachment, Note } from "../../shared/chart/document.ts";
import type { NoteShape } from "../../shared/chart/marks.ts";
import { engine } from "../rpc/engine.ts";
import { step, useChart } from "./chart.ts";
import { nextId } from "./chartArrange.ts";
import { base64Of, handOut } from "./handOut.ts";
import { useSelection } from "./selection.ts";
import { useWorkspace } from "./workspace.ts";

const model = () => useChart.getState().chart.model;
const sizes: Readonly<Record<NoteShape, readonly [width: number, height: number]>> = {
  note: [190, 90],
  card: [240, 150],
  frame: [420, 280],
  arrow: [160, 0],
  comment: [0, 0],
};
const frameMargin = 70;

const put = (note: Note): void => step({ code: "note", n: 1 }, [{ type: "put", part: "notes", id: note.id, value: note }]);

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A frame goes round what is selected; everything else to the middle of what is looked at. */
function placeOf(shape: NoteShape, middle: { readonly x: number; readonly y: number }): Place {
  const [width, height] = sizes[shape];
  const places = useSelection.getState().entities.flatMap((ref) => model().positions.get(ref) ?? []);
  if (shape !== "frame" || places.length === 0)
    return { x: Math.round(middle.x - width / 2), y: Math.round(middle.y - height / 2), width, height };
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - frameMargin, Math.min(...ys) - frameMargin];
  return { x: left, y: top, width: Math.max(...xs) + frameMargin - left, height: Math.max(...ys) + frameMargin - top };
}

export function addNote(
  shape: NoteShape,
  text: string,
  middle: { readonly x: number; readonly y: number },
  on: string | null = null,
): void {
  const author = useWorkspace.getState().info?.user ?? "";
  const id = nextId("n", model().notes);
  put({ id, shape, on, text, author, at: new Date().toISOString(), ...placeOf(shape, middle), attachments: [] });
}

export const changeNote = (note: Note, part: Partial<Note>): void => put({ ...note, ...part });

export function removeNote(id: string): void {
  step({ code: "noteGone", n: 1 }, [{ type: "put", part: "notes", id, value: null }]);
}

/** The engine keeps the bytes under their SHA-256; the note holds that. */
export async function attachFile(note: Note, file: File): Promise<void> {
  const order = {
    name: file.name,
    mediaType: file.type || "application/octet-stream",
    base64: base64Of(new Uint8Array(await file.arrayBuffer())),
  };
  const attachment = await engine.call("chart.saveAttachment", order);
  changeNote(note, { attachments: [...note.attachments.filter(({ sha256 }) => sha256 !== attachment.sha256), attachment] });
}

export async function openAttachment({ sha256 }: Attachment): Promise<void> {
  const { name, mediaType, base64 } = await engine.call("chart.readAttachment", { sha256 });
  handOut({ file: name, mediaType, base64 });
}
