// Files that are well known and hold no rows, or not in a form that is read: refused by name instead of being taken for odd text.
import { CaseweaveError } from "../../../../shared/errors.ts";
import { describe } from "./byteSource.ts";
import type { FormatReader } from "./rowSource.ts";
import { looksBinary } from "./textReader.ts";

const marks: readonly { readonly format: string; readonly pattern: RegExp }[] = [
  { format: "pdf", pattern: /^%PDF-/ },
  { format: "image", pattern: /^(\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP)/s },
  { format: "rar", pattern: /^Rar!/ },
  { format: "7z", pattern: /^7z\xbc\xaf/ },
  { format: "program", pattern: /^(MZ|\x7fELF)/ },
  { format: "rtf", pattern: /^\{\\rtf/ },
  { format: "xml", pattern: /^(\xef\xbb\xbf)?\s*<(\?xml|graphml|gexf)(?!.{0,2000}<html)/is },
];

/** Named as a database, but its first page is noise: encrypted, or damaged where the format is told. */
const isSealedDatabase = (head: Buffer, name: string): boolean =>
  /\.(?:db3?|sqlite3?|sqlitedb|s3db|sl3)$/i.test(name) && looksBinary(head) && formatOf(head) === null;

const formatOf = (head: Buffer): string | null => marks.find((mark) => mark.pattern.test(head.toString("latin1")))?.format ?? null;

export const refusedReader: FormatReader = {
  name: "refused",
  fits: (head, source) => formatOf(head) !== null || isSealedDatabase(head, source.name),
  open: async (source) => {
    const head = await source.read()[Symbol.asyncIterator]().next();
    if (!head.done && isSealedDatabase(head.value, source.name)) throw new CaseweaveError("database-sealed", describe(source));
    throw new CaseweaveError("unsupported-format", describe(source, { format: head.done ? "" : (formatOf(head.value) ?? "") }));
  },
};
