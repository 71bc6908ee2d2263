// What a filled template needs beside its document: notes after its own, pictures, relations, types.
import { strFromU8 } from "fflate";
import type { Figure } from "../../../../../shared/review/paper/paper.ts";
import { paragraph, run } from "./bodyXml.ts";
import { contentTypes, declaration, office, word } from "./documentParts.ts";

export type Parts = Readonly<Record<string, Uint8Array>>;

export const readPart = (parts: Parts, name: string): string => (parts[name] === undefined ? "" : strFromU8(parts[name]));

const notesPart = "word/footnotes.xml";
const relationsPart = "word/_rels/document.xml.rels";
const typesPart = "[Content_Types].xml";

const emptyNotes = `${declaration}<w:footnotes xmlns:w="${word}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>`;

export const highestNote = (parts: Parts): number =>
  [...readPart(parts, notesPart).matchAll(/<w:footnote [^>]*w:id="(\d+)"/g)].reduce((most, [, id]) => Math.max(most, Number(id)), 0);

/** `notes` by their ids, the first of ours is `first`. */
export function addNotes(parts: Parts, notes: readonly string[], first: number, restyle: (xml: string) => string): Record<string, string> {
  const mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>';
  const ours = notes
    .slice(first - 1)
    .map((text, i) => `<w:footnote w:id="${first + i}">${paragraph("FootnoteText", `${mark}${run(` ${text}`)}`)}</w:footnote>`);
  const whole = readPart(parts, notesPart) || emptyNotes;
  return { [notesPart]: whole.replace("</w:footnotes>", `${restyle(ours.join(""))}</w:footnotes>`) };
}

export function addRelations(parts: Parts, figures: readonly Figure[]): Record<string, string | Uint8Array> {
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const known = readPart(parts, relationsPart);
  const notes = known.includes('/footnotes"') ? "" : relation("rIdCaseweaveNotes", "footnotes", "footnotes.xml");
  const name = (i: number, ending: string) => `media/caseweave${i + 1}.${ending}`;
  const pictures = figures.map(
    (_figure, i) => relation(`rIdPng${i + 1}`, "image", name(i, "png")) + relation(`rIdSvg${i + 1}`, "image", name(i, "svg")),
  );
  const empty = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
  return {
    [relationsPart]: (known || empty).replace("</Relationships>", `${notes}${pictures.join("")}</Relationships>`),
    ...Object.fromEntries(
      figures.flatMap(({ svg, png }, i) => [[`word/${name(i, "png")}`, png] as const, [`word/${name(i, "svg")}`, svg] as const]),
    ),
  };
}

/** Types of ours that the template does not name: pictures, notes. */
export function addTypes(parts: Parts): Record<string, string> {
  const types = readPart(parts, typesPart);
  const ours = [...contentTypes().matchAll(/<(?:Default Extension="(?:png|svg)"|Override PartName="\/word\/footnotes\.xml")[^>]*\/>/g)].map(
    ([whole]) => whole,
  );
  const key = (xml: string) => /(?:Extension|PartName)="([^"]+)"/.exec(xml)![0];
  return { [typesPart]: types.replace("</Types>", `${ours.filter((xml) => !types.includes(key(xml))).join("")}</Types>`) };
}
