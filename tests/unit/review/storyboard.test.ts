// Every step does what its name says and nothing else; numbers of scenes are never given twice.
import { expect, it } from "vitest";
import { chartDocumentSchema } from "../../../shared/chart/document.ts";
import {
  applyStoryboardStep,
  emptyStoryboard,
  type Scene,
  type Storyboard,
  type StoryboardStep,
} from "../../../shared/review/storyboard.ts";

const aScene = (caption: string): Omit<Scene, "id"> => ({
  caption,
  line: "",
  notes: "",
  seconds: null,
  document: chartDocumentSchema.parse({ version: 1, nodes: [], links: [], filter: { hiddenKinds: [], from: null, until: null } }),
  camera: null,
  highlights: [],
  clues: [],
});

const three = applyStoryboardStep(emptyStoryboard("series:S-1"), { step: "add", scenes: ["一", "二", "三"].map(aScene), at: null }, 0)!;
const captions = ({ scenes }: Storyboard) => scenes.map(({ id, caption }) => `${id}${caption}`);
const after = (step: StoryboardStep, lastId = 3) => captions(applyStoryboardStep(three, step, lastId)!);

it("adds in order, at a place, with new numbers", () => {
  expect(captions(three)).toEqual(["1一", "2二", "3三"]);
  expect(after({ step: "add", scenes: [aScene("新")], at: 1 })).toEqual(["1一", "4新", "2二", "3三"]);
  expect(after({ step: "add", scenes: [aScene("新")], at: null }, 9)).toEqual(["1一", "2二", "3三", "10新"]);
});

it("duplicates beside, moves, removes", () => {
  expect(after({ step: "duplicate", scene: "1" })).toEqual(["1一", "4一", "2二", "3三"]);
  expect(after({ step: "move", scene: "3", to: 0 })).toEqual(["3三", "1一", "2二"]);
  expect(after({ step: "move", scene: "1", to: 99 })).toEqual(["2二", "3三", "1一"]);
  expect(after({ step: "remove", scene: "2" })).toEqual(["1一", "3三"]);
});

it("changes only what is given", () => {
  const written = applyStoryboardStep(three, { step: "write", scene: "2", change: { notes: "先说卡" } }, 3)!;
  expect(written.scenes[1]).toEqual({ ...three.scenes[1]!, notes: "先说卡" });
  const arranged = applyStoryboardStep(three, { step: "arrange", scene: "2", change: { seconds: 90, camera: null } }, 3)!;
  expect(arranged.scenes[1]).toEqual({ ...three.scenes[1]!, seconds: 90 });
  expect(arranged.scenes[0]).toBe(three.scenes[0]);
});

it("gives nothing for a scene that is not there", () => {
  for (const step of ["duplicate", "remove"] as const) expect(applyStoryboardStep(three, { step, scene: "9" }, 3)).toBeNull();
  expect(applyStoryboardStep(three, { step: "move", scene: "9", to: 0 }, 3)).toBeNull();
});
