import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import type { ChartTheme } from "../../../shared/chart/chartTheme.ts";
import { openMask } from "../../../shared/chart/labels.ts";
import { applyLooks } from "../../../shared/chart/looks/applyLooks.ts";
import { lookIconNames, lookIcons } from "../../../shared/chart/looks/lookIcons.ts";
import { applyOperation } from "../../../shared/chart/operations.ts";
import { legendOf } from "../../../shared/chart/writeLegend.ts";
import { writeSvg } from "../../../shared/chart/writeSvg.ts";
import { maskLabel } from "../../../shared/review/mask.ts";
import { aLink, aModel, aNode } from "./chartFixtures.ts";

const theme: ChartTheme = {
  canvas: "#fafbfc",
  text: "#18202e",
  textSecond: "#475164",
  accent: "#2a52be",
  selectedGround: "#e4ecfb",
  fresh: "#08735c",
  gone: "#b81c3a",
  looks: { ramp: ["#94b2e6", "#5f8ad6", "#3563bc", "#1d428f"], classes: ["#2e6fd6"] },
  transfer: "#d9a55c",
  call: "#5faf9c",
  fact: "#a3adba",
  font: "Inter",
  nodeScale: 1,
  labelPixels: 12,
  linkOpacity: 1,
  kinds: {
    case: { fill: "#111111", icon: "#ffffff" },
    phone: { fill: "#0a7f68", icon: "#ffffff" },
    person: { fill: "#2e6fd6", icon: "#ffffff" },
  },
  icons: { phone: '<path d="M0 0h4"/>' },
};
const words = {
  kinds: { case: "案件", phone: "号码", person: "人员" },
  families: { transfer: "转账", call: "通话", evidence: "证据", fact: "其他事实" },
  unconfirmed: "未确认",
  disabled: "停用",
};
const full = aModel(
  [aNode("case:A3412002026110037", { note: "14.3 万" }), aNode("phone:13800001111"), aNode("person:1", { label: '王<某> & "子"\u0000' })],
  [
    aLink("phone:13800001111", "person:1", { kind: "call", directed: true }),
    aLink("phone:13800001111", "case:A3412002026110037", { confirmed: false }),
  ],
);
const model = applyOperation(full, { type: "disable", ids: ["phone:13800001111>person:1"], on: true }).model;
const svg = writeSvg(model, {
  theme,
  mask: openMask,
  title: "S-12 <资金>",
  subtitle: "2026-11-22",
  tenThousand: "万",
  legend: legendOf(model, words),
  isMuted: (node) => node.kind === "person",
});

test("the SVG is well-formed XML whatever stands in names", () => {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on("text", (text) => texts.push(text));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  expect(texts).toEqual(expect.arrayContaining(["S-12 <资金>", "…26110037", "14.3 万", '王<某> & "子"', "案件", "未确认", "停用"]));
});

test("the same chart gives the same bytes, and nothing is fetched from elsewhere", () => {
  expect(
    writeSvg(model, {
      theme,
      mask: openMask,
      title: "S-12 <资金>",
      subtitle: "2026-11-22",
      tenThousand: "万",
      legend: legendOf(model, words),
      isMuted: (node) => node.kind === "person",
    }),
  ).toBe(svg);
  expect(svg.match(/https?:[^"]+/g)).toEqual(["http://www.w3.org/2000/svg"]);
});

test("unconfirmed links are dashed, disabled ones dotted, arrows stand only where direction is a fact", () => {
  expect(svg).toContain('stroke-dasharray="6 4"');
  expect(svg).toContain('stroke-dasharray="1.5 4"');
  expect(svg.match(/<polygon[^>]*fill="#a3adba"/g)).toHaveLength(1);
});

test("masking applies to the labels", () => {
  const masked = writeSvg(model, {
    theme,
    mask: maskLabel,
    title: "",
    subtitle: "",
    tenThousand: "万",
    legend: legendOf(model, words),
    isMuted: () => false,
  });
  expect(masked).not.toContain("13800001111");
  expect(masked).toContain("138****1111");
});

test("looks by rule are drawn with their icon and size, and the legend says what each class stands for", () => {
  const rules = [
    { id: "r1", on: "node" as const, kinds: [], by: "neighbours", trait: "icon" as const },
    { id: "r2", on: "node" as const, kinds: [], by: "neighbours", trait: "size" as const },
    { id: "r3", on: "node" as const, kinds: [], by: "neighbours", trait: "label" as const },
  ];
  const looked = { ...full, arrangement: { ...full.arrangement, looks: { name: "", rules } } };
  const { legend } = applyLooks(looked, rules, theme.looks);
  const lookWords = {
    ...words,
    look: () => "图标＝相邻数",
    lookClass: (_rule: unknown, { from }: { from: number | null }) => `恰好 ${from}`,
  };
  const options = { theme, mask: openMask, title: "", subtitle: "", tenThousand: "万", isMuted: () => false };
  const drawn = writeSvg(looked, { ...options, legend: legendOf(looked, lookWords, legend), valueText: (_rule, value) => `相邻 ${value}` });
  expect(drawn).toContain(lookIcons[lookIconNames.at(-1)!]);
  expect(drawn.match(/图标＝相邻数/g)).toHaveLength(2);
  expect(drawn).toContain("恰好 1");
  expect(drawn).toContain("恰好 2");
  expect(drawn).toContain("相邻 2");
  const plain = writeSvg(full, { ...options, legend: legendOf(full, words) });
  expect(Number(/height="([\d.]+)"/.exec(drawn)![1])).toBeGreaterThan(Number(/height="([\d.]+)"/.exec(plain)![1]));
});

test("people who are one are drawn as one where the chart is", () => {
  const merged = { ...full, identities: [{ refs: ["phone:13800001111", "person:1"] }] };
  const options = {
    theme,
    mask: openMask,
    title: "",
    subtitle: "",
    tenThousand: "万",
    isMuted: () => false,
    legend: legendOf(full, words),
  };
  const count = (text: string) => text.match(/<text[^>]*text-anchor="middle"[^>]*>/g)!.length;
  expect(count(writeSvg(merged, options))).toBeLessThan(count(writeSvg(full, options)));
});
