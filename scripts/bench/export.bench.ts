// Exports of a large chart: 10,000 entities and 20,000 links with Chinese labels as PDF on A0 and as PNG close to 200 megapixels.
import { chartSvg } from "../../electron/engine/review/chartSvg.ts";
import { writePdf } from "../../electron/engine/review/picture/writePdf.ts";
import { writePicture } from "../../electron/engine/review/picture/writePicture.ts";
import { chartDocumentSchema } from "../../shared/chart/document.ts";
import type { ChartLink, ChartNode } from "../../shared/chart/elements.ts";
import { seededRandom } from "../../shared/random.ts";
import { printFigure, timed } from "./figure.ts";

const nodeCount = 10_000;
const linkCount = 20_000;
const columns = 140;

function makeChart() {
  const random = seededRandom(1);
  const kinds = ["case", "person", "phone", "account", "netid"] as const;
  const letters = [
    ..."张王李赵陈杨黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文",
  ];
  const nodes = Array.from({ length: nodeCount }, (_, i): ChartNode => {
    const kind = kinds[i % kinds.length]!;
    const label = Array.from({ length: 3 }, () => letters[Math.floor(random() * letters.length)]).join("");
    return { ref: `${kind}:${i}`, kind, subtype: "", label, note: "中国工商银行", firstAt: null, lastAt: null };
  });
  const links = Array.from({ length: linkCount }, (_, i): ChartLink => {
    const from = nodes[Math.floor(random() * nodeCount)]!.ref;
    const to = nodes[Math.min(nodeCount - 1, Math.floor(random() * nodeCount))]!.ref;
    const times = { firstAt: null, lastAt: null };
    return {
      id: `transfer|${i}`,
      from,
      to,
      kind: i % 2 === 0 ? "transfer" : "owns",
      directed: true,
      count: 1,
      sum: 100_000,
      ...times,
      confirmed: true,
    };
  });
  const document = {
    version: 1 as const,
    nodes: nodes.map(({ ref }, i) => ({ ref, x: (i % columns) * 110, y: Math.floor(i / columns) * 110 })),
    links: links.map(({ id }) => id),
    filter: { hiddenKinds: [], from: null, until: null },
    disabled: [],
    subject: "",
  };
  return { nodes, links, document: chartDocumentSchema.parse(document) };
}

const { nodes, links, document } = makeChart();
const paper = { paper: "A0", sheet: "A0" } as const;
const facts = { title: "一万个实体", footer: "", identities: [], at: 0, isMasked: false, language: "zh-CN", paper, scale: 1 } as const;
const svg = chartSvg({ ...facts, document, elements: { nodes, links }, format: "pdf" });
const bench = "export";
const pdf = await timed(() => writePdf(svg, { ...paper, title: facts.title, footer: "", at: 0 }));
const pages = { figure: "10,000 entities as PDF on A0", value: pdf.seconds, unit: "s", budget: 30 };
printFigure({ bench, ...pages, note: `${(pdf.value.length / 1e6).toFixed(1)} MB` });
const size = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
const scale = Math.sqrt(199_000_000 / (Number(size[1]) * Number(size[2])));
const png = await timed(() => writePicture(svg, scale));
const note = `${(png.value.length / 1e6).toFixed(1)} MB, ${Math.round(process.memoryUsage().rss / 1e6)} MB of memory`;
printFigure({ bench, figure: "10,000 entities as PNG of 199 megapixels", value: png.seconds, unit: "s", note });
