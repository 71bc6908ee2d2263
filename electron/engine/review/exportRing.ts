// The tables of a ring as a file: all of them as sheets of a workbook, or one as CSV; masked as the session is.
import type { RingDetail } from "../../../shared/group/ringCalls.ts";
import { ringTitle } from "../../../shared/group/ringName.ts";
import type { ExportedFile, RingFormat } from "../../../shared/review/exportCalls.ts";
import { maskResult } from "../../../shared/review/maskResult.ts";
import { citationText, citationWithFile, sourceTable } from "../../../shared/review/paper/citation.ts";
import {
  type NameOf,
  nameAndNumber,
  type RingTable,
  ringTableKeys,
  ringTables,
  tableOfRing,
} from "../../../shared/review/paper/ringTables.ts";
import { writeCsv } from "../../../shared/review/paper/writeCsv.ts";
import type { Language } from "../../../shared/words.ts";
import { createSentences } from "../../words.ts";
import { readRing } from "../group/runRings.ts";
import type { JobContext } from "../handler.ts";
import { tellNumbers } from "../store/sqlite/tables/purse.ts";
import { listCitedSources } from "./citedSources.ts";
import { exportedFile } from "./exportedFile.ts";
import { isMaskedSession, printMark } from "./printMark.ts";
import { writeXlsx } from "./writeExport/writeXlsx.ts";

interface RingQuestion {
  readonly ring: string;
  readonly format: RingFormat;
  readonly table: RingTable;
  readonly language: Language;
}

/** Rows that the tables cite. */
const citedBy = ({ members, phases, sellers }: RingDetail) => [
  ...members.flatMap(({ why }) => why.sources),
  ...phases.flatMap(({ sources }) => sources),
  ...sellers.flatMap(({ sources }) => sources),
];

export async function exportRing({ ring, format, table, language }: RingQuestion, context: JobContext): Promise<ExportedFile> {
  const say = createSentences(language);
  const clear = tellNumbers(context.db, readRing(context.db, ring));
  const isMasked = isMaskedSession(context);
  const shown = isMasked ? (maskResult(clear, context.show) as RingDetail) : clear;
  const numberOf = (kind: string, key: string) => (isMasked ? context.show.label(kind, key) : key);
  const nameOf: NameOf = (one) => nameAndNumber(one, numberOf);
  const title = `${ring} ${ringTitle(say, shown)}`;
  if (format === "csv") {
    const one = tableOfRing[table](shown, { say, cite: citationWithFile, nameOf });
    const bytes = new TextEncoder().encode(writeCsv(one));
    return exportedFile(`${title} ${say(ringTableKeys[table])}`, format, bytes, one.rows.length, isMasked);
  }
  const footer = printMark(context, say);
  const sources = sourceTable(listCitedSources(context.db, citedBy(clear), context.show), say);
  const sheets = ringTables.map((name) => {
    const heading = say(ringTableKeys[name]);
    return {
      name: heading,
      heading: [`${title} ${heading}`],
      table: tableOfRing[name](shown, { say, cite: citationText, nameOf }),
      footer,
    };
  });
  const sourcesTitle = say("report.sources.title");
  const bytes = writeXlsx([...sheets, { name: sourcesTitle, heading: [sourcesTitle], table: sources, footer }]);
  return exportedFile(title, format, bytes, shown.members.length, isMasked);
}
