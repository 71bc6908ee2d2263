// The registry of formats and the one way in: a path becomes the sheets of rows in it. What a file is decides its content, not its name.
import { CaseweaveError, toWire } from "../../../../shared/errors.ts";
import type { SheetProblem } from "../../../../shared/import/calls.ts";
import { type ByteSource, describe, fileBytes, readHead } from "./byteSource.ts";
import { graphXmlReader } from "./graphXmlReader.ts";
import { gzipReader } from "./gzipReader.ts";
import { htmlReader } from "./htmlReader.ts";
import { jsonReader } from "./jsonReader.ts";
import { refusedReader } from "./refusedReader.ts";
import { defaultLimits, type FormatReader, type OpenOptions, type ReadContext, type RowSource } from "./rowSource.ts";
import { sqliteReader } from "./sqliteReader.ts";
import { textReader } from "./textReader.ts";
import { xlsReader } from "./xlsReader.ts";
import { zipReader } from "./zipReader.ts";

export { encodeRejects, type RejectedRow, writeRejectFile } from "./rejectFile.ts";
export type { ArchiveLimits, OpenOptions, RawRow, RowSource } from "./rowSource.ts";

/** Tried in this order; text comes last because almost anything could be text. */
const readers: readonly FormatReader[] = [
  gzipReader,
  zipReader,
  xlsReader,
  sqliteReader,
  graphXmlReader,
  refusedReader,
  htmlReader,
  jsonReader,
  textReader,
];

const headBytes = 4096;

/** Throws when nothing in the file can be read; single sheets and entries that cannot go to `onProblem`. */
export async function openSources(path: string, options: OpenOptions = {}): Promise<RowSource[]> {
  const problems: SheetProblem[] = [];
  const context = createContext(options, (problem) => problems.push(problem));
  const source = await fileBytes(path);
  const found = await openByContent(source, context);
  if (found.length === 0) throw worstOf(problems, source);
  for (const problem of problems) options.onProblem?.(problem);
  return found;
}

function createContext(options: OpenOptions, keep: (problem: SheetProblem) => void): ReadContext {
  const report: ReadContext["report"] = (source, sheet, error) => {
    const { code, details } = toWire(error);
    keep({ file: source.path, source: source.name, sheet, error: { code, details } });
  };
  const unpacked = { bytes: 0, entries: 0 };
  const limits = { ...defaultLimits, ...options.limits };
  const atDepth = (depth: number): ReadContext => {
    const openInner = (source: ByteSource) => openByContent(source, atDepth(depth + 1));
    return { options, limits, unpacked, depth, report, openInner };
  };
  return atDepth(0);
}

async function openByContent(source: ByteSource, context: ReadContext): Promise<RowSource[]> {
  const head = await readHead(source, headBytes);
  if (head.length === 0) throw new CaseweaveError("file-empty", describe(source));
  const reader = readers.find((candidate) => candidate.fits(head, source));
  if (!reader) throw new CaseweaveError("unsupported-format", describe(source));
  return reader.open(source, context);
}

/** When nothing could be read, a reason that names a fault says more than "empty". */
function worstOf(problems: readonly SheetProblem[], source: ByteSource): CaseweaveError {
  const worst = problems.find((problem) => problem.error.code !== "file-empty");
  if (!worst) return new CaseweaveError("file-empty", describe(source));
  return new CaseweaveError(worst.error.code as CaseweaveError["code"], worst.error.details);
}
