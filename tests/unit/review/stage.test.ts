// Scenes on the wall: nothing covers anything, what was placed stays, every word can be read, parts of a series stand on panels of their own.
import { describe, expect, it } from "vitest";
import { chartDocumentSchema } from "../../../shared/chart/document.ts";
import type { ChartLink, ChartNode } from "../../../shared/chart/elements.ts";
import { seededRandom } from "../../../shared/random.ts";
import { arrangeScene, roomOf } from "../../../shared/review/stage/arrangeScene.ts";
import { drawScene } from "../../../shared/review/stage/drawScene.ts";
import { looseCases } from "../../../shared/review/stage/looseCases.ts";
import { springPlaces } from "../../../shared/review/stage/springPlaces.ts";
import { darkRoom, fitText, litRoom, sceneBox, stageSizes, textWidth, wrapText } from "../../../shared/review/stage/stageLook.ts";
import type { Scene } from "../../../shared/review/storyboard.ts";

const kinds = ["case", "phone", "account", "netid", "person"];
const aCrowd = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    ref: `${kinds[i % 5]}:${String(i).padStart(2, "0")}`,
    kind: kinds[i % 5]!,
    lines: ["9 月 14 日", "8.7 万"],
  }));

const box = sceneBox(true, true);

describe("arranging for the wall", () => {
  it("keeps 18 things apart with their labels inside the box, from any start", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = seededRandom(seed);
      const nodes = aCrowd(18);
      const from = new Map(nodes.map(({ ref }) => [ref, { x: random() * 900, y: random() * 200 }]));
      const places = arrangeScene({ nodes, from, placed: new Map(), box });
      const rooms = nodes.map((node) => ({ at: places.get(node.ref)!, room: roomOf(node) }));
      const covered = rooms.flatMap((a, i) =>
        rooms.slice(i + 1).filter((b) => {
          const right = Math.min(a.at.x + a.room.right, b.at.x + b.room.right) - Math.max(a.at.x - a.room.left, b.at.x - b.room.left);
          const down = Math.min(a.at.y + a.room.bottom, b.at.y + b.room.bottom) - Math.max(a.at.y - a.room.top, b.at.y - b.room.top);
          // Labels on one line stand so far apart that two do not read as one.
          return right > -20 && down > 0;
        }),
      );
      expect(covered).toEqual([]);
    }
  });

  it("never moves what scenes before have placed, and gives the same places again", () => {
    const nodes = aCrowd(12);
    const from = springPlaces(
      nodes.map(({ ref }) => ref),
      [],
    );
    const first = arrangeScene({ nodes: nodes.slice(0, 9), from, placed: new Map(), box });
    const second = arrangeScene({ nodes, from, placed: first, box });
    for (const [ref, at] of first) expect(second.get(ref)).toEqual(at);
    expect(arrangeScene({ nodes, from, placed: first, box })).toEqual(second);
  });
});

/** Relative luminance and contrast (WCAG 2). */
function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [r, g, bl] = [1, 3, 5]
      .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * bl!;
  };
  const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

it.each([litRoom, darkRoom])("reads every word at 7 : 1 or more: $theme", (look) => {
  const pairs = [
    [look.text, look.ground],
    [look.textSecond, look.ground],
    [look.parts[0]!.fill, look.ground],
    [look.palette.contra, look.ground],
    ...look.parts.flatMap(({ panel, text }) => [
      [text, panel],
      [look.text, panel],
    ]),
  ] as const;
  for (const [ink, ground] of pairs) expect.soft(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(7);
  expect(Math.min(stageSizes.label, stageSizes.side)).toBeGreaterThanOrEqual(28);
  expect(Math.min(stageSizes.caption, stageSizes.line)).toBeGreaterThanOrEqual(36);
});

const node = (ref: string, note = ""): ChartNode => ({
  ref,
  kind: ref.split(":")[0]!,
  subtype: "",
  label: ref.split(":")[1]!,
  note,
  firstAt: null,
  lastAt: null,
});
const link = (from: string, to: string): ChartLink => ({
  id: `${from}|${to}`,
  from,
  to,
  kind: "involved-in",
  directed: false,
  count: 1,
  sum: null,
  firstAt: null,
  lastAt: null,
  confirmed: true,
});

const elements = {
  nodes: [
    node("case:A", "100"),
    node("case:B", "200"),
    node("case:C", "400"),
    node("case:D"),
    node("account:1"),
    node("account:2"),
    node("phone:9"),
  ],
  links: [
    link("case:A", "account:1"),
    link("case:B", "account:1"),
    link("case:C", "account:2"),
    link("case:D", "account:2"),
    link("case:B", "phone:9"),
    link("case:C", "phone:9"),
  ],
};
const spots = {
  "case:A": [100, 300],
  "account:1": [250, 450],
  "case:B": [400, 300],
  "phone:9": [640, 380],
  "case:C": [900, 300],
  "account:2": [1050, 450],
  "case:D": [1200, 300],
} as const;

const scene: Scene = {
  id: "1",
  caption: "",
  line: "",
  notes: "",
  seconds: null,
  document: chartDocumentSchema.parse({
    version: 1,
    nodes: Object.entries(spots).map(([ref, [x, y]]) => ({ ref, x, y })),
    links: elements.links.map(({ id }) => id),
    filter: { hiddenKinds: [], from: null, until: null },
    disabled: [],
    subject: "series:S-1",
  }),
  camera: null,
  highlights: ["phone:9"],
  clues: ["phone:9"],
};
const words = { day: () => "", tenThousand: "", mask: (_kind: string, label: string) => label };
const options = { words, hasPanels: true, panelText: (cases: number, loss: number | null) => `${cases} / ${loss}` };

describe("cases without a line", () => {
  const without = (off: readonly string[], parts: readonly (readonly string[])[]) =>
    drawScene(scene, elements, { ...options, off: new Set(off), parts });

  it("are told to be held by what is not drawn where the series holds, and to have fallen off where it does not", () => {
    const whole = [["A", "B", "C", "D"]];
    expect(looseCases(without(["account:1"], whole), whole)).toEqual({ held: 1, alone: 0 });
    const split = [["B", "C", "D"], ["A"]];
    expect(looseCases(without(["account:1"], split), split)).toEqual({ held: 0, alone: 1 });
    expect(looseCases(without(["phone:9"], whole), whole)).toEqual({ held: 0, alone: 0 });
  });

  it("are no matter while nothing is switched off", () => {
    expect(looseCases(drawScene(scene, elements, options), null)).toEqual({ held: 0, alone: 0 });
  });
});

describe("a scene as shapes", () => {
  it("puts the whole series on one panel with its loss", () => {
    expect(drawScene(scene, elements, options).panels.map(({ text, part }) => [part, text])).toEqual([[0, "4 / 70000"]]);
  });

  it("without the phone: two panels that do not meet, dotted links, and nothing has moved", () => {
    const whole = drawScene(scene, elements, options);
    const split = drawScene(scene, elements, {
      ...options,
      off: new Set(["phone:9"]),
      parts: [
        ["A", "B"],
        ["C", "D"],
      ],
    });
    expect(split.panels.map(({ text }) => text)).toEqual(["2 / 30000", "2 / 40000"]);
    const [left, right] = split.panels;
    expect(left!.x + left!.width).toBeLessThan(right!.x);
    expect(split.links.filter(({ isOff }) => isOff)).toHaveLength(2);
    expect(split.nodes.map(({ x, y }) => [x, y])).toEqual(whole.nodes.map(({ x, y }) => [x, y]));
    expect(split.nodes.filter(({ isOff }) => isOff).map(({ ref }) => ref)).toEqual(["phone:9"]);
  });

  it("draws no panels where parts stand among each other: colour tells them", () => {
    const mixed = drawScene(scene, elements, {
      ...options,
      parts: [
        ["A", "C"],
        ["B", "D"],
      ],
    });
    expect(mixed.panels).toEqual([]);
    expect(mixed.nodes.filter(({ kind }) => kind === "case").map(({ part }) => part)).toEqual([0, 1, 0, 1]);
  });

  it("another camera moves and scales all alike and changes no size", () => {
    const all = drawScene(scene, elements, options);
    const near = drawScene({ ...scene, camera: { x: 0, y: 200, width: 661, height: 338 } }, elements, options);
    const factor = near.view.scale / all.view.scale;
    expect(factor).toBeGreaterThan(1.3);
    for (const [i, one] of near.nodes.entries()) {
      expect(one.x - near.nodes[0]!.x).toBeCloseTo((all.nodes[i]!.x - all.nodes[0]!.x) * factor, -1);
      expect(one.width).toBeCloseTo(all.nodes[i]!.width / Math.min(1, all.view.scale), 0);
    }
  });

  it("hides a label rather than making it small", () => {
    const crowded = {
      ...scene,
      document: { ...scene.document, nodes: scene.document.nodes.map(({ ref }, i) => ({ ref, x: i * 10, y: 0 })) },
    };
    const { nodes } = drawScene(crowded, elements, { ...options, hasPanels: false });
    expect(nodes.filter(({ lines }) => lines.length > 0).length).toBeLessThan(nodes.length);
    expect(nodes.find(({ ref }) => ref === "phone:9")!.lines).toEqual(["9"]);
  });
});

it("cuts and wraps by width, never inside a number", () => {
  expect(fitText("中国建设银行股份有限公司", 28, 224)).toBe("中国建设银行股…");
  expect(fitText("短", 28, 224)).toBe("短");
  const lines = wrapText("同一个来电号码 164****2075 连起前后两批案件", 50, 520);
  expect(lines.join("")).toContain("164****2075");
  expect(lines.every((line) => textWidth(line, 50) <= 520)).toBe(true);
});
