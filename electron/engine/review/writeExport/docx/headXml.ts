// The title of a DOCX, with what a unit circulates about it: a notice over it, the issue under it, unit and date on a line with a rule, the people.
import { escapeXml } from "../../../../../shared/chart/xmlText.ts";
import type { Paper } from "../../../../../shared/review/paper/paper.ts";
import { paragraph, run } from "./bodyXml.ts";

const centred = '<w:spacing w:after="80"/><w:jc w:val="center"/>';

/** `width` between the margins, twentieths of a point. */
export function headXml({ title, head }: Paper, width: number): string {
  const heading = paragraph("Title", run(title));
  if (head === undefined) return heading;
  const { notice, issue, unit, date, people } = head;
  const rule =
    '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="18202E"/></w:pBdr>' +
    `<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs><w:spacing w:after="120"/><w:ind w:firstLine="0"/>`;
  const line = `${run(unit)}<w:r><w:tab/><w:t xml:space="preserve">${escapeXml(date)}</w:t></w:r>`;
  return [
    notice === "" ? "" : paragraph("Normal", run(notice, "<w:b/>")),
    heading,
    issue === "" ? "" : paragraph("Normal", run(issue), centred),
    paragraph("Normal", line, rule),
    people.length === 0 ? "" : paragraph("Facts", run(people.join("　"))),
  ].join("");
}
