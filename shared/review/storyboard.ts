// A storyboard: scenes taken from a chart, in order, each with its own places, words and time. Changed by steps only, so that every change has a name,
// can be taken back, and touches nothing but what it names.
import { z } from "zod";
import { chartDocumentSchema } from "../chart/document.ts";

const words = z.string().max(2000);

/** What of a scene is seen, in the units of its places; null: everything that is not filtered out. */
export const cameraSchema = z.object({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() });
export type Camera = z.infer<typeof cameraSchema>;

export const sceneSchema = z.object({
  id: z.string().min(1),
  /** One sentence that is read from ten metres, and one line under it. */
  caption: words,
  line: words,
  /** For the one who speaks; never on the wall. */
  notes: z.string().max(20_000),
  /** Planned length in seconds; null: none. */
  seconds: z.int().min(1).max(7200).nullable(),
  /** Places are of the stage: a pixel of the wall each. */
  document: chartDocumentSchema,
  camera: cameraSchema.nullable(),
  highlights: z.array(z.string()).max(200),
  /** Identifiers that can be switched off on the wall, keys 1 to 9. */
  clues: z.array(z.string()).max(9),
});
export type Scene = z.infer<typeof sceneSchema>;

export const storyboardSchema = z.object({
  version: z.literal(1),
  /** `series:S-12`, or "" for a storyboard of its own. */
  subject: z.string(),
  scenes: z.array(sceneSchema).max(100),
});
export type Storyboard = z.infer<typeof storyboardSchema>;

export const emptyStoryboard = (subject = ""): Storyboard => ({ version: 1, subject, scenes: [] });

const text = z.object({ caption: words, line: words, notes: sceneSchema.shape.notes }).partial();
const look = sceneSchema.pick({ seconds: true, camera: true, highlights: true, clues: true, document: true }).partial();

/** The one thing that a step does. */
export const storyboardStepSchema = z.discriminatedUnion("step", [
  z.object({
    step: z.literal("add"),
    scenes: z
      .array(sceneSchema.omit({ id: true }))
      .min(1)
      .max(100),
    at: z.int().min(0).nullable(),
  }),
  z.object({ step: z.literal("duplicate"), scene: z.string() }),
  z.object({ step: z.literal("move"), scene: z.string(), to: z.int().min(0) }),
  z.object({ step: z.literal("remove"), scene: z.string() }),
  z.object({ step: z.literal("write"), scene: z.string(), change: text }),
  z.object({ step: z.literal("arrange"), scene: z.string(), change: look }),
]);
export type StoryboardStep = z.infer<typeof storyboardStepSchema>;
export type StoryboardStepName = StoryboardStep["step"];

/** Ids are numbers that are never given twice, also not after a scene was removed. */
function freshIds(board: Storyboard, lastId: number, count: number): string[] {
  const most = board.scenes.reduce((top, { id }) => Math.max(top, Number(id)), lastId);
  return Array.from({ length: count }, (_, i) => String(most + 1 + i));
}

function withScene(board: Storyboard, id: string, change: (scene: Scene) => readonly Scene[]): Storyboard | null {
  if (!board.scenes.some((scene) => scene.id === id)) return null;
  return { ...board, scenes: board.scenes.flatMap((scene) => (scene.id === id ? change(scene) : [scene])) };
}

function moved(board: Storyboard, id: string, to: number): Storyboard | null {
  const scene = board.scenes.find((one) => one.id === id);
  if (scene === undefined) return null;
  const rest = board.scenes.filter((one) => one.id !== id);
  return { ...board, scenes: rest.toSpliced(Math.min(to, rest.length), 0, scene) };
}

/** What of a change was given: a key that is absent changes nothing. */
const given = <T extends object>(change: T) => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

type Act<Name extends StoryboardStepName> = (
  board: Storyboard,
  step: Extract<StoryboardStep, { readonly step: Name }>,
  lastId: number,
) => Storyboard | null;

const acts: { readonly [Name in StoryboardStepName]: Act<Name> } = {
  add: (board, { scenes, at }, lastId) => {
    const ids = freshIds(board, lastId, scenes.length);
    const added = scenes.map((scene, i) => ({ ...scene, id: ids[i]! }));
    return { ...board, scenes: board.scenes.toSpliced(at ?? board.scenes.length, 0, ...added) };
  },
  duplicate: (board, { scene }, lastId) => withScene(board, scene, (one) => [one, { ...one, id: freshIds(board, lastId, 1)[0]! }]),
  move: (board, { scene, to }) => moved(board, scene, to),
  remove: (board, { scene }) => withScene(board, scene, () => []),
  write: (board, { scene, change }) => withScene(board, scene, (one) => [{ ...one, ...given(change) }]),
  arrange: (board, { scene, change }) => withScene(board, scene, (one) => [{ ...one, ...given(change) }]),
};

/** The storyboard after a step; null when it speaks of a scene that is not there. `lastId`: the highest id that was ever given. */
export function applyStoryboardStep(board: Storyboard, step: StoryboardStep, lastId: number): Storyboard | null {
  const act = acts[step.step] as (board: Storyboard, step: StoryboardStep, lastId: number) => Storyboard | null;
  return act(board, step, lastId);
}

/** Every entity that any scene shows, once. */
export const refsOf = ({ scenes }: Storyboard): readonly string[] => [
  ...new Set(scenes.flatMap(({ document }) => document.nodes.map(({ ref }) => ref))),
];
