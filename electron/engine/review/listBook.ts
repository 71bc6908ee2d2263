// A list as a workbook: a sheet for each bank to be handed out, then what stays in the unit, so that the sheets of others can be taken off.
import { citationText, sourceTable } from "../../../shared/review/paper/citation.ts";
import { isForm } from "../../../shared/review/paper/formTable.ts";
import { listForms } from "../../../shared/review/paper/listForms.ts";
import { type ListFacts, listFactLines, listRules, listTitleKeys } from "../../../shared/review/paper/listPaper.ts";
import { claimTable, listTable } from "../../../shared/review/paper/listTable.ts";
import type { Say } from "../../../shared/review/paper/say.ts";
import type { ListLine } from "../../../shared/trace/lists/listLine.ts";
import type { Sheet } from "./writeExport/writeXlsx.ts";

const formSheets = (lines: readonly ListLine[], { list, footer, ...head }: ListFacts, say: Say): Sheet[] =>
  isForm(list)
    ? listForms(list, lines, head, say).map(({ institution, heading, table }) => ({
        name: institution,
        heading: [say(listTitleKeys[list]), ...heading],
        table,
        footer,
      }))
    : [];

export function listBook(lines: readonly ListLine[], facts: ListFacts, say: Say): Sheet[] {
  const { list, footer, sources } = facts;
  const title = say(listTitleKeys[list]);
  const [claims, cited] = [say("export.list.claims"), say("report.sources.title")];
  const inside = (name: string): string => (isForm(list) ? say("export.form.internal", { title: name }) : name);
  return [
    ...formSheets(lines, facts, say),
    { name: inside(claims), heading: [inside(claims)], table: claimTable(lines, say, citationText), footer },
    { name: inside(cited), heading: [inside(cited)], table: sourceTable(sources, say), footer },
    {
      name: isForm(list) ? say("export.form.basis") : title,
      heading: [
        isForm(list) ? `${title} · ${say("export.form.basis")}` : title,
        ...listFactLines(lines, facts, say),
        ...listRules(facts, say),
      ],
      table: listTable(list, lines, say, citationText, "sheet"),
      footer,
    },
  ];
}
