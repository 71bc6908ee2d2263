// The parts of a DOCX that do not depend on what it says (ECMA-376 WordprocessingML): types, styles, relations, settings.
import { attributes, element, escapeXml } from "../../../../../shared/chart/xmlText.ts";

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const content = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

export const relationsXml = (all: readonly Relation[]): string =>
  `${declaration}<Relationships xmlns="${relations}">${all.map(({ id, type, target }) => element("Relationship", { Id: id, Type: `${office}/${type}`, Target: target })).join("")}</Relationships>`;

export const contentTypes = (): string => {
  const override = (part: string, type: string) =>
    element("Override", { PartName: `/word/${part}.xml`, ContentType: `${content}.${type}+xml` });
  const parts = [
    override("document", "document.main"),
    override("styles", "styles"),
    override("settings", "settings"),
    override("footnotes", "footnotes"),
    override("footer1", "footer"),
  ];
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/>${parts.join("")}</Types>`;
};

const fonts = (latin: string, chinese: string) =>
  `<w:rFonts ${attributes({ "w:ascii": latin, "w:hAnsi": latin, "w:cs": latin, "w:eastAsia": chinese })}/>`;

interface StyleFacts {
  readonly id: string;
  readonly name: string;
  /** Half points. */
  readonly size: number;
  readonly isBold?: boolean;
  readonly chinese?: string;
  readonly paragraph: string;
  readonly colour?: string;
}

const styleXml = ({ id, name, size, isBold, chinese = "宋体", paragraph, colour }: StyleFacts): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${escapeXml(name)}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${fonts("Times New Roman", chinese)}${isBold ? "<w:b/>" : ""}${colour ? `<w:color w:val="${colour}"/>` : ""}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;

const paragraphStyles: readonly StyleFacts[] = [
  { id: "Normal", name: "Normal", size: 24, paragraph: '<w:spacing w:line="360" w:lineRule="auto"/>' },
  { id: "Title", name: "Title", size: 40, isBold: true, paragraph: '<w:spacing w:before="120" w:after="200"/><w:jc w:val="center"/>' },
  {
    id: "Heading1",
    name: "heading 1",
    size: 28,
    chinese: "黑体",
    paragraph: '<w:keepNext/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="0"/>',
  },
  {
    id: "Heading2",
    name: "heading 2",
    size: 24,
    isBold: true,
    paragraph: '<w:keepNext/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="1"/>',
  },
  { id: "Facts", name: "Facts", size: 20, colour: "475164", paragraph: '<w:spacing w:after="40" w:line="288" w:lineRule="auto"/>' },
  { id: "Body", name: "Body Text", size: 24, paragraph: '<w:ind w:firstLineChars="200" w:firstLine="480"/>' },
  { id: "Point", name: "Point", size: 24, paragraph: '<w:ind w:left="480" w:hanging="480"/>' },
  { id: "Cell", name: "Cell", size: 18, paragraph: '<w:spacing w:line="252" w:lineRule="auto"/>' },
  { id: "Caption", name: "caption", size: 20, paragraph: '<w:keepNext/><w:spacing w:before="40" w:after="160"/><w:jc w:val="center"/>' },
  { id: "FootnoteText", name: "footnote text", size: 17, paragraph: '<w:spacing w:line="240" w:lineRule="auto"/>' },
  { id: "Footer", name: "footer", size: 17, colour: "5D6778", paragraph: "" },
];

export const stylesXml = (): string =>
  `${declaration}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts("Times New Roman", "宋体")}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${paragraphStyles.map(styleXml).join("")}<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`;

export const settingsXml = (): string =>
  `${declaration}<w:settings xmlns:w="${word}"><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

const field = (name: string): string => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

/** Who, when, from what at the left; page of pages at the right. `width` in twentieths of a point. */
export const footerXml = (text: string, width: number): string =>
  `${declaration}<w:ftr xmlns:w="${word}"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="BAC3D0"/></w:pBdr><w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r><w:r><w:tab/></w:r>${field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field("NUMPAGES")}</w:p></w:ftr>`;
