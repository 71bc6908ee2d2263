// Handlers of reports that are composed.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { Block } from "../../../../shared/review/paper/paper.ts";
import type { OpenReport, ReportItem, reportCalls, ShownBlock, ShownSection } from "../../../../shared/review/reportCalls.ts";
import { applyReportChange, type ReportDraft } from "../../../../shared/review/reportDraft.ts";
import type { Language } from "../../../../shared/words.ts";
import type { Handlers, JobContext, WriteContext } from "../../handler.ts";
import { deleteReport, listReportRows, nextReportId, upsertReport } from "../../store/sqlite/tables/report.ts";
import { listCitedSources } from "../citedSources.ts";
import { type KeyedSentence, leftOver, type Section } from "./composed.ts";
import { gatherReport } from "./gatherReport.ts";
import { type KeptReport, keptReport, reportItem, requireReport } from "./readDraft.ts";

function keep({ id, name, draft }: Pick<KeptReport, "id" | "name" | "draft">, { db, clock, changed }: WriteContext): ReportItem {
  const row = { id, name, document: JSON.stringify(draft), savedAt: clock() };
  upsertReport(db, row);
  changed("reports");
  return reportItem({ ...row, draft });
}

type BlockOf<Kind extends Block["kind"]> = Extract<Block, { readonly kind: Kind }>;

/** What a screen shows of a block; page breaks and lines to sign are of the paper alone. */
const shown: { readonly [Kind in Block["kind"]]: (block: BlockOf<Kind>, sentences: readonly KeyedSentence[]) => ShownBlock | null } = {
  heading: ({ level, text }) => ({ block: "heading", level, text }),
  facts: ({ lines }) => ({ block: "facts", lines }),
  paragraph: (_block, sentences) => ({ block: "paragraph", sentences }),
  points: (_block, sentences) => ({ block: "points", sentences }),
  table: ({ table }, sentences) => ({ block: "table", table, sentences }),
  figure: ({ figure, caption }) => ({ block: "figure", base64: Buffer.from(figure.svg).toString("base64"), caption }),
  editable: ({ id, prompt, text }) => ({ block: "editable", place: id, prompt, text }),
  signatures: () => null,
  pageBreak: () => null,
};

function shownBlock(block: Block, sentences: readonly KeyedSentence[]): readonly ShownBlock[] {
  const show = shown[block.kind] as (block: Block, sentences: readonly KeyedSentence[]) => ShownBlock | null;
  const one = show(block, sentences);
  return one === null ? [] : [one];
}

function shownSection({ section, title, isOff, blocks, sentences }: Section): ShownSection {
  const all = [...sentences.values()].flat();
  return {
    section,
    title,
    isOff,
    citationCount: all.reduce((sum, { citations }) => sum + citations.length, 0),
    uncited: all.filter(({ citations }) => citations.length === 0).length,
    blocks: blocks.flatMap((block) => shownBlock(block, sentences.get(block) ?? [])),
  };
}

/** A draft as it will print, with its rows. */
export async function openDraft(draft: ReportDraft, language: Language, job: JobContext): Promise<Omit<OpenReport, keyof ReportItem>> {
  const { title, sections } = await gatherReport({ draft, language }, {}, job);
  const told = sections.filter(({ isOff }) => !isOff);
  const cited = told.flatMap(({ sentences }) => [...sentences.values()].flat().flatMap(({ citations }) => citations));
  const pages = sections.map(shownSection);
  return {
    draft,
    heading: title,
    sections: pages,
    sources: listCitedSources(job.db, cited, job.show),
    citationCount: cited.length,
    uncited: pages.reduce((sum, { isOff, uncited }) => sum + (isOff ? 0 : uncited), 0),
    leftOver: leftOver(draft, sections),
  };
}

async function compose({ id, language }: { readonly id: string; readonly language: Language }, job: JobContext): Promise<OpenReport> {
  const kept = requireReport(job.db, id);
  return { ...reportItem(kept), ...(await openDraft(kept.draft, language, job)) };
}

export const reportHandlers: Handlers<typeof reportCalls> = {
  "review.listReports": (_params, { db }) => listReportRows(db).map((row) => reportItem(keptReport(row))),
  "review.createReport": ({ name, kind, subject, policy }, context) => {
    const draft: ReportDraft = { version: 1, kind, subject, policy, off: [], edits: {}, rewrites: {}, head: {} };
    return keep({ id: nextReportId(context.db), name, draft }, context);
  },
  "review.changeReport": ({ id, change }, context) => {
    const { name, draft } = requireReport(context.db, id);
    return keep({ id, name, draft: applyReportChange(draft, change) }, context);
  },
  "review.deleteReport": ({ id }, { db, changed }) => {
    if (!deleteReport(db, id)) throw new CaseweaveError("report-unknown", { id });
    changed("reports");
    return { id };
  },
  "review.composeReport": compose,
};
