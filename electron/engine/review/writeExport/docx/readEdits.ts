// The unit's own words out of a document that was written here: what stands in its content controls, by their ids.
import { strFromU8, unzipSync } from "fflate";
import { CaseweaveError } from "../../../../../shared/errors.ts";

const mostBytes = 64 * 1024 * 1024;
const control = /<w:sdt>([\s\S]*?)<w:sdtContent>([\s\S]*?)<\/w:sdtContent>/g;
const characters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plainText = (xml: string): string =>
  xml.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|apos));/gi, (_whole, decimal?: string, hex?: string, name?: string) =>
    name ? characters[name.toLowerCase()]! : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex!, 16)),
  );

/** Paragraphs as lines; breaks inside one too. */
function textOf(content: string): string {
  return content
    .split(/<\/w:p>/)
    .slice(0, -1)
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:br\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
        .map(([whole, text]) => (text === undefined ? (whole.startsWith("<w:br") ? "\n" : "") : plainText(text)))
        .join(""),
    )
    .join("\n");
}

export function readEdits(bytes: Uint8Array): Readonly<Record<string, string>> {
  const isDocument = ({ name, originalSize }: { name: string; originalSize: number }) =>
    name === "word/document.xml" && originalSize <= mostBytes;
  let document: Uint8Array | undefined;
  try {
    document = unzipSync(bytes, { filter: isDocument })["word/document.xml"];
  } catch (error) {
    throw new CaseweaveError("report-unreadable", {}, { cause: error });
  }
  if (document === undefined) throw new CaseweaveError("report-unreadable");
  const edits: Record<string, string> = {};
  for (const [, properties = "", content = ""] of strFromU8(document).matchAll(control)) {
    const id = /<w:tag w:val="edit:([^"]+)"/.exec(properties)?.[1];
    if (id !== undefined && !properties.includes("<w:showingPlcHdr")) edits[plainText(id)] = textOf(content);
  }
  return edits;
}
