// Writes a chart in a child: a registry of formats over one model.
import { coloursOf } from "../../../shared/chart/chartTheme.ts";
import { type ChartModel, fromDocument } from "../../../shared/chart/graphModel.ts";
import { paperTheme } from "../../../shared/chart/paperTheme.ts";
import { kindKeys, linkKeys } from "../../../shared/look/vocabularyKeys.ts";
import type { ChartFormat } from "../../../shared/review/exportCalls.ts";
import { exportGraph } from "../../../shared/review/graph/exportGraph.ts";
import { edgeTable, linkTable, nodeTable, type TableWords } from "../../../shared/review/graph/graphTables.ts";
import { writeAnx } from "../../../shared/review/graph/writeAnx.ts";
import { writeGexf } from "../../../shared/review/graph/writeGexf.ts";
import { writeGraphml } from "../../../shared/review/graph/writeGraphml.ts";
import type { Say } from "../../../shared/review/paper/say.ts";
import { writeCsv } from "../../../shared/review/paper/writeCsv.ts";
import { createSentences } from "../../words.ts";
import type { Task, TaskContext } from "../jobs/task.ts";
import { type ChartTaskInput, chartSvg, maskOf } from "./chartSvg.ts";
import { fontFaceOf } from "./picture/fontFace.ts";
import { writePdf } from "./picture/writePdf.ts";
import { writePicture } from "./picture/writePicture.ts";
import { writeXlsx } from "./writeExport/writeXlsx.ts";

interface Drawing {
  readonly input: ChartTaskInput;
  readonly model: ChartModel;
  readonly say: Say;
}

const wordIn = (keys: Readonly<Record<string, string>>, say: Say) => (code: string) => (keys[code] === undefined ? code : say(keys[code]));

const wordsOf = ({ say }: Drawing): TableWords => ({ say, kindWord: wordIn(kindKeys, say), linkWord: wordIn(linkKeys, say) });

const graphOf = ({ model, input }: Drawing) => {
  const graph = exportGraph(model, input.title, input.isMasked);
  const mask = maskOf(input);
  return { ...graph, nodes: graph.nodes.map((node) => ({ ...node, label: mask(node.kind, node.label) })) };
};
const colourOf = (kind: string) => coloursOf(paperTheme, kind).fill;
const encode = (text: string) => new TextEncoder().encode(text);

type ChartWriter = (drawing: Drawing, context: TaskContext) => Uint8Array | Promise<Uint8Array>;

export const chartWriters: Readonly<Record<ChartFormat, ChartWriter>> = {
  svg: async ({ input }) => encode(chartSvg(input, await fontFaceOf(chartSvg(input)))),
  png: ({ input }, { report }) =>
    writePicture(chartSvg(input), input.scale, (done, total) =>
      report({ phase: "draw", done, total, perSecond: null, secondsLeft: null, subject: "" }),
    ),
  pdf: ({ input }) => writePdf(chartSvg(input), { ...input.paper, title: input.title, footer: input.footer, at: input.at }),
  xlsx: (drawing) => {
    const { say, input } = drawing;
    const [graph, words] = [graphOf(drawing), wordsOf(drawing)];
    const sheet = (name: string, table: ReturnType<typeof nodeTable>) => ({ name, heading: [input.title], table, footer: input.footer });
    return writeXlsx([
      sheet(say("export.chart.nodes"), nodeTable(graph, words)),
      sheet(say("export.chart.links"), linkTable(graph, words)),
    ]);
  },
  csv: (drawing) => encode(writeCsv(edgeTable(graphOf(drawing), wordsOf(drawing)))),
  graphml: (drawing) => encode(writeGraphml(graphOf(drawing))),
  gexf: (drawing) => encode(writeGexf(graphOf(drawing), colourOf)),
  anx: (drawing) => encode(writeAnx(graphOf(drawing), { colourOf, wordOf: wordsOf(drawing).linkWord })),
  json: (drawing) => encode(`${JSON.stringify(graphOf(drawing), null, 1)}\n`),
};

export const chartTask: Task<ChartTaskInput, Uint8Array> = async (input, context) => {
  const drawing = { input, model: fromDocument(input.document, input.elements), say: createSentences(input.language) };
  return await chartWriters[input.format](drawing, context);
};
