// A deck as PPTX: one blank master, a slide and its speaker notes each. The same deck gives the same bytes.
import type { Deck } from "../../../../../shared/review/stage/deck.ts";
import { wall } from "../../../../../shared/review/stage/stageLook.ts";
import { zipPackage } from "../zipPackage.ts";
import {
  layoutXml,
  masterXml,
  notesMasterXml,
  notesXml,
  type PptxRelation,
  pptxRelations,
  pptxTypes,
  presentationXml,
  themeXml,
} from "./presentationParts.ts";
import { emu, slideXml } from "./slideXml.ts";

const relation = (id: string, type: string, target: string): PptxRelation => ({ id, type, target });

export function writePptx(deck: Deck): Uint8Array {
  const { slides } = deck;
  const each = slides.map((_, i) => relation(`rIdSlide${i + 1}`, "slide", `slides/slide${i + 1}.xml`));
  const fixed = [
    relation("rIdMaster", "slideMaster", "slideMasters/slideMaster1.xml"),
    relation("rIdNotes", "notesMaster", "notesMasters/notesMaster1.xml"),
    relation("rIdTheme", "theme", "theme/theme1.xml"),
  ];
  return zipPackage({
    "[Content_Types].xml": pptxTypes(slides.length),
    "_rels/.rels": pptxRelations([relation("rId1", "officeDocument", "ppt/presentation.xml")]),
    "ppt/presentation.xml": presentationXml(slides.length, wall.width * emu, wall.height * emu),
    "ppt/_rels/presentation.xml.rels": pptxRelations([...fixed, ...each]),
    "ppt/slideMasters/slideMaster1.xml": masterXml(),
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": pptxRelations([
      relation("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
      relation("rId2", "theme", "../theme/theme1.xml"),
    ]),
    "ppt/slideLayouts/slideLayout1.xml": layoutXml(),
    "ppt/slideLayouts/_rels/slideLayout1.xml.rels": pptxRelations([relation("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")]),
    "ppt/notesMasters/notesMaster1.xml": notesMasterXml(),
    "ppt/notesMasters/_rels/notesMaster1.xml.rels": pptxRelations([relation("rId1", "theme", "../theme/theme2.xml")]),
    "ppt/theme/theme1.xml": themeXml(),
    "ppt/theme/theme2.xml": themeXml(),
    ...Object.fromEntries(slides.flatMap((slide, i) => slideParts(slideXml(slide, deck), slide.notes, i + 1))),
  });
}

function slideParts(xml: string, notes: string, number: number): readonly (readonly [string, string])[] {
  const name = `slide${number}.xml`;
  return [
    [`ppt/slides/${name}`, xml],
    [
      `ppt/slides/_rels/${name}.rels`,
      pptxRelations([
        relation("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
        relation("rId2", "notesSlide", `../notesSlides/notesSlide${number}.xml`),
      ]),
    ],
    [`ppt/notesSlides/notesSlide${number}.xml`, notesXml(notes)],
    [
      `ppt/notesSlides/_rels/notesSlide${number}.xml.rels`,
      pptxRelations([relation("rId1", "notesMaster", "../notesMasters/notesMaster1.xml"), relation("rId2", "slide", `../slides/${name}`)]),
    ],
  ];
}
