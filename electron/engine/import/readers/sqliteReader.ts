// Opens SQLite files of other programs: every table that holds rows is a sheet. The file itself is never changed.
import { CaseweaveError } from "../../../../shared/errors.ts";
import {
  checkForeignFile,
  type ForeignFile,
  type ForeignTable,
  foreignPlainFile,
  listForeignTables,
  readForeignTable,
  withoutLog,
} from "../../store/sqlite/foreignFile.ts";
import { type ByteSource, describe, hashBytes, readHead, readWhole } from "./byteSource.ts";
import { batchSize, type FormatReader, type RawRow, type ReadContext, type RowOptions, type RowSource } from "./rowSource.ts";

const mark = "SQLite format 3\0";
/** What is read from memory: a file inside an archive, or one with a log. */
const maxInMemory = 512 * 2 ** 20;

export const sqliteReader: FormatReader = {
  name: "sqlite",
  fits: (head) => head.subarray(0, 16).toString("latin1") === mark,
  open: openDatabase,
};

async function openDatabase(source: ByteSource, context: ReadContext): Promise<RowSource[]> {
  const file = await locate(source);
  const tables = attempt(source, () => {
    const fault = checkForeignFile(file);
    if (fault !== null) throw new CaseweaveError("database-damaged", describe(source, { reason: fault }));
    return listForeignTables(file);
  });
  const sha256 = await hashBytes(source);
  const filled = tables.filter(({ isEmpty }) => !isEmpty);
  for (const { name } of tables.filter(({ isEmpty }) => isEmpty))
    context.report(source, name, new CaseweaveError("file-empty", describe(source, { sheet: name })));
  if (filled.length === 0) throw new CaseweaveError("file-empty", describe(source));
  return filled.map((table) => tableSource(source, file, table, sha256));
}

async function locate(source: ByteSource): Promise<ForeignFile> {
  const head = await readHead(source, 100);
  if (source.isPlainFile && head[18] !== 2 && head[19] !== 2) return source.path;
  if (source.size > maxInMemory) throw new CaseweaveError("file-too-large", describe(source, { size: source.size, limit: maxInMemory }));
  if (source.isPlainFile) return attempt(source, () => foreignPlainFile(source.path, head));
  return withoutLog(await readWhole(source, maxInMemory));
}

/** What the driver says of pages that do not fit together. */
function attempt<T>(source: ByteSource, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof CaseweaveError) throw error;
    throw new CaseweaveError("database-damaged", describe(source, { reason: (error as Error).message }), { cause: error });
  }
}

function tableSource(source: ByteSource, file: ForeignFile, table: ForeignTable, sha256: string): RowSource {
  const { name: shown, path, entry, size } = source;
  const rows = (options?: RowOptions) => readRows(source, file, table, options ?? {});
  return { file: shown, path, entry, sheet: table.name, size, sha256, encoding: null, delimiter: null, doubts: [], rows };
}

/** The columns' names are the heading: line 1. */
async function* readRows(source: ByteSource, file: ForeignFile, table: ForeignTable, options: RowOptions): AsyncGenerator<RawRow[]> {
  const limit = options.limit ?? Infinity;
  let line = 1;
  yield [{ line, cells: [...table.columns] }];
  const pages = readForeignTable(file, table.name, batchSize);
  try {
    while (line < limit) {
      const page = attempt(source, () => pages.next());
      if (page.done) break;
      yield page.value.slice(0, limit - line).map((cells) => ({ line: ++line, cells }));
    }
  } finally {
    pages.return(undefined);
  }
  options.onProgress?.(1);
}
