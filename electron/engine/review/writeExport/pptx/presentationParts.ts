// The parts of a PPTX that do not depend on what it says: types, relations, master, layout, theme, notes master (ECMA-376 PresentationML).
import { escapeXml } from "../../../../../shared/chart/xmlText.ts";

export const pptxDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const presentation = "http://schemas.openxmlformats.org/presentationml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const content = "application/vnd.openxmlformats-officedocument";

export const namespaces = `xmlns:a="${drawing}" xmlns:r="${office}" xmlns:p="${presentation}"`;

export interface PptxRelation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

export const pptxRelations = (all: readonly PptxRelation[]): string =>
  `${pptxDeclaration}<Relationships xmlns="${relations}">${all.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`).join("")}</Relationships>`;

export function pptxTypes(slides: number): string {
  const override = (part: string, type: string) => `<Override PartName="/ppt/${part}.xml" ContentType="${content}.${type}+xml"/>`;
  const each = Array.from({ length: slides }, (_, i) => [
    override(`slides/slide${i + 1}`, "presentationml.slide"),
    override(`notesSlides/notesSlide${i + 1}`, "presentationml.notesSlide"),
  ]);
  const parts = [
    override("presentation", "presentationml.presentation.main"),
    override("slideMasters/slideMaster1", "presentationml.slideMaster"),
    override("slideLayouts/slideLayout1", "presentationml.slideLayout"),
    override("notesMasters/notesMaster1", "presentationml.notesMaster"),
    override("theme/theme1", "theme"),
    override("theme/theme2", "theme"),
    ...each.flat(),
  ];
  return `${pptxDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join("")}</Types>`;
}

const group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';
const map =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

export const masterXml = (): string =>
  `${pptxDeclaration}<p:sldMaster ${namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${group}</p:spTree></p:cSld>${map}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle/><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>`;

export const layoutXml = (): string =>
  `${pptxDeclaration}<p:sldLayout ${namespaces} type="blank"><p:cSld name="Blank"><p:spTree>${group}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;

/** Slide and notes, with the places where a viewer shows them. */
const notePlaces = [
  ["2", "Slide", '<p:ph type="sldImg"/>', '<a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/>', ""],
  [
    "3",
    "Notes",
    '<p:ph type="body" idx="1"/>',
    '<a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/>',
    "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody>",
  ],
] as const;

export const notesMasterXml = (): string => {
  const shapes = notePlaces.map(
    ([id, name, holder, box, text]) =>
      `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr/><p:nvPr>${holder}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${box}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>${text}</p:sp>`,
  );
  return `${pptxDeclaration}<p:notesMaster ${namespaces}><p:cSld><p:spTree>${group}${shapes.join("")}</p:spTree></p:cSld>${map}</p:notesMaster>`;
};

/** Speaker notes of a slide; line ends are paragraphs. */
export function notesXml(notes: string): string {
  const lines = notes
    .split("\n")
    .map((line) => `<a:p>${line === "" ? "" : `<a:r><a:rPr lang="zh-CN"/><a:t>${escapeXml(line)}</a:t></a:r>`}</a:p>`);
  const shapes = [
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>',
    `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${lines.join("")}</p:txBody></p:sp>`,
  ];
  return `${pptxDeclaration}<p:notes ${namespaces}><p:cSld><p:spTree>${group}${shapes.join("")}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}

export function presentationXml(slides: number, width: number, height: number): string {
  const ids = Array.from({ length: slides }, (_, i) => `<p:sldId id="${256 + i}" r:id="rIdSlide${i + 1}"/>`).join("");
  return `${pptxDeclaration}<p:presentation ${namespaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rIdMaster"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rIdNotes"/></p:notesMasterIdLst><p:sldIdLst>${ids}</p:sldIdLst><p:sldSz cx="${width}" cy="${height}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`;
}

const themeColours: readonly (readonly [string, string])[] = [
  ["dk1", "070C15"],
  ["lt1", "FFFFFF"],
  ["dk2", "252E3D"],
  ["lt2", "F1F4F8"],
  ["accent1", "163F9E"],
  ["accent2", "8A3900"],
  ["accent3", "005A47"],
  ["accent4", "8C1C5E"],
  ["accent5", "944E00"],
  ["accent6", "5A6575"],
  ["hlink", "163F9E"],
  ["folHlink", "4B2386"],
];

export const themeXml = (): string => {
  const colours = themeColours.map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`).join("");
  const fonts = '<a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/><a:cs typeface=""/>';
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const stroke = `<a:ln w="6350">${fill}</a:ln>`;
  const effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
  return `${pptxDeclaration}<a:theme xmlns:a="${drawing}" name="Caseweave"><a:themeElements><a:clrScheme name="Caseweave">${colours}</a:clrScheme><a:fontScheme name="Caseweave"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme><a:fmtScheme name="Caseweave"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${stroke.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
};
