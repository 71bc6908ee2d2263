// A chart as i2 Analyst's Notebook exchange XML: types, strengths, places, dates, arrows, attributes. Chinese text stays text.
import { element } from "../../chart/xmlText.ts";
import type { ExportGrade, ExportGraph, ExportLink, ExportNode } from "./exportGraph.ts";

/** Type and icon as i2's own libraries name them; kinds that it has none for keep ours. */
const types: Readonly<Record<string, readonly [type: string, icon: string]>> = {
  case: ["Case", "case"],
  person: ["Person", "person"],
  organisation: ["Organisation", "org"],
  phone: ["Phone", "phone"],
  account: ["Account", "account"],
  vehicle: ["Vehicle", "car"],
  place: ["Place", "place"],
};

const typeOf = (kind: string): readonly [type: string, icon: string] => types[kind] ?? [kind, "general"];

/** i2 colours are 0xBBGGRR. */
const colourNumber = (colour: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return b! * 65_536 + g! * 256 + r!;
};

/** Local time as it is written, `2026-11-05T13:00:36.000`; what has none says so. */
function dates(at: string) {
  if (at === "") return { DateSet: "false", TimeSet: "false" };
  return { DateSet: "true", TimeSet: "true", DateTime: `${at.slice(0, 19)}.000` };
}

interface Value {
  readonly name: string;
  readonly value: string;
}

const attributesXml = (values: readonly Value[]): string => {
  const told = values.filter(({ value }) => value !== "");
  if (told.length === 0) return "";
  const inside = told.map(({ name, value }) => element("Attribute", { AttributeClass: name, Value: value })).join("");
  return element("AttributeCollection", {}, inside);
};

const nodeValues = ({ subtype, note, firstAt, lastAt, isDisabled }: ExportNode): readonly Value[] => [
  { name: "subtype", value: subtype },
  { name: "note", value: note },
  { name: "firstAt", value: firstAt },
  { name: "lastAt", value: lastAt },
  { name: "disabled", value: isDisabled ? "true" : "" },
];

const linkValues = ({ count, sum, firstAt, lastAt, isDisabled }: ExportLink): readonly Value[] => [
  { name: "count", value: String(count) },
  { name: "sum", value: sum },
  { name: "firstAt", value: firstAt },
  { name: "lastAt", value: lastAt },
  { name: "disabled", value: isDisabled ? "true" : "" },
];

/** The words of the three lists, as a chart of i2 has them; an item names its place in each. */
const gradeLists = [
  { name: "GradeOne", words: ["A", "B", "C", "D", "E"], of: ({ source }: ExportGrade) => source },
  { name: "GradeTwo", words: ["1", "2", "3", "4", "5"], of: ({ information }: ExportGrade) => information },
  { name: "GradeThree", words: ["1", "2", "3", "4", "5"], of: ({ handling }: ExportGrade) => handling },
] as const;

const gradeListsXml = (): string[] =>
  gradeLists.map(({ name, words }) =>
    element(name, {}, element("StringCollection", {}, words.map((Text, Id) => element("String", { Id, Text })).join(""))),
  );

const gradesOf = (grade: ExportGrade): Readonly<Record<string, number>> =>
  Object.fromEntries(
    gradeLists.flatMap(({ name, words, of }) => {
      const place = (words as readonly string[]).indexOf(of(grade));
      return place < 0 ? [] : [[`${name}Index`, place]];
    }),
  );

function nodeXml(node: ExportNode): string {
  const [type] = typeOf(node.kind);
  const entity = element(
    "Entity",
    { EntityId: node.id, Identity: node.key || node.id, LabelIsIdentity: "false" },
    element("Icon", {}, element("IconStyle", { Type: type })),
  );
  const place = { X: Math.round(node.x), Y: Math.round(node.y) };
  return element(
    "ChartItem",
    { Label: node.label, Description: node.note || undefined, XPosition: place.X, ...dates(node.firstAt), ...gradesOf(node.grade) },
    element("End", place, entity) + attributesXml(nodeValues(node)),
  );
}

function linkXml(link: ExportLink, wordOf: (kind: string) => string): string {
  const style = element("LinkStyle", {
    Type: link.kind,
    ArrowStyle: link.directed ? "ArrowOnHead" : "ArrowNone",
    Strength: link.isConfirmed ? "Confirmed" : "Unconfirmed",
    MlStyle: "MultiplicityMultiple",
  });
  const label = [wordOf(link.kind), link.sum, link.count > 1 ? `×${link.count}` : ""].filter((part) => part !== "").join(" ");
  return element(
    "ChartItem",
    { Label: label, ...dates(link.firstAt), ...gradesOf(link.grade) },
    element("Link", { End1Id: link.from, End2Id: link.to }, style) + attributesXml(linkValues(link)),
  );
}

const unique = (items: readonly { readonly kind: string }[]): string[] => [...new Set(items.map(({ kind }) => kind))].sort();

export interface AnxLook {
  readonly colourOf: (kind: string) => string;
  readonly wordOf: (linkKind: string) => string;
}

export function writeAnx({ nodes, links }: ExportGraph, { colourOf, wordOf }: AnxLook): string {
  const strengths = ["Confirmed", "Unconfirmed"].map((name, i) =>
    element("Strength", { Id: `S${i}`, Name: name, DotStyle: i === 0 ? "DotStyleSolid" : "DotStyleDashed" }),
  );
  const entityTypes = unique(nodes).map((kind, i) => {
    const [name, icon] = typeOf(kind);
    return element("EntityType", { Id: `T${i}`, Name: name, IconFile: icon, Colour: colourNumber(colourOf(kind)) });
  });
  const linkTypes = unique(links).map((kind, i) => element("LinkType", { Id: `L${i}`, Name: kind, Colour: 0 }));
  const names = ["subtype", "note", "count", "sum", "firstAt", "lastAt", "disabled"];
  const classes = names.map((name, i) =>
    element("AttributeClass", { Id: `A${i}`, Name: name, Type: "AttText", Visible: "false", ShowClassName: "true", ShowValue: "true" }),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<Chart>",
    ...gradeListsXml(),
    element("StrengthCollection", {}, strengths.join("")),
    element("EntityTypeCollection", {}, entityTypes.join("")),
    element("LinkTypeCollection", {}, linkTypes.join("")),
    element("AttributeClassCollection", {}, classes.join("")),
    "<ChartItemCollection>",
    ...nodes.map(nodeXml),
    ...links.map((link) => linkXml(link, wordOf)),
    "</ChartItemCollection>",
    "</Chart>",
    "",
  ].join("\n");
}
