// Identifiers of a case row: entity and involved-in link, with the role that the target or the heading says.
import type { IdentifierReader } from "../cells/identifierReader.ts";
import type { FactSink } from "../factSink.ts";
import type { FactOrigin } from "../facts.ts";
import type { Cells, RowPlan } from "../rowPlan.ts";
import { roleOfHeading } from "./headingRole.ts";
import { netidOf } from "./netids.ts";

export interface InvolvedWriter {
  /** "lost" where digits of an identifier were lost before the file was written; then nothing is written. */
  readonly lostTarget: (cells: Cells) => string;
  readonly write: (cells: Cells, caseIndex: number, row: number, sink: FactSink) => void;
}

interface Column {
  readonly target: string;
  readonly kind: string;
  readonly role: string;
  readonly heading: string;
  readonly get: (cells: Cells) => string;
  readonly reader: IdentifierReader | null;
}

/** Target → entity kind and identifier kind. */
const things: readonly (readonly [target: string, kind: string, cleaning: string | null])[] = [
  ["phone", "phone", "phone"],
  ["account", "account", "account"],
  ["vehicle", "vehicle", "plate"],
  ["device", "device", "imei"],
  ["netid", "netid", null],
];

export function compileInvolved(plan: RowPlan): InvolvedWriter {
  const columns: Column[] = [];
  for (const [target, kind, cleaning] of things) {
    for (const prefix of ["", "suspect.", "victim."]) {
      for (const { heading, get } of plan.columns(prefix + target)) {
        const role = prefix === "" ? roleOfHeading(heading, kind) : prefix.slice(0, -1);
        columns.push({
          target: prefix + target,
          kind,
          role,
          heading,
          get,
          reader: cleaning === null ? null : plan.identifiers(cleaning, prefix + target),
        });
      }
    }
  }
  const lostTarget = (cells: Cells) =>
    columns.find(({ reader, get }) => reader?.readAll(get(cells)).some(({ isLost }) => isLost))?.target ?? "";
  const write: InvolvedWriter["write"] = (cells, caseIndex, row, sink) => {
    for (const column of columns) writeColumn(column, column.get(cells), caseIndex, row, sink);
  };
  return { lostTarget, write };
}

function writeColumn(column: Column, text: string, caseIndex: number, row: number, sink: FactSink): void {
  if (text === "") return;
  if (column.reader === null) {
    for (const part of text.split(/[、；;，\n]+|,(?!\d)/)) writeNetid(part, column.heading, caseIndex, column.role, "column", row, sink);
    return;
  }
  for (const { key } of column.reader.readAll(text))
    involve(sink.entity(column.kind, key, "", row), caseIndex, column.role, "column", row, sink);
}

export function writeNetid(
  text: string,
  hint: string,
  caseIndex: number,
  role: string,
  origin: FactOrigin,
  row: number,
  sink: FactSink,
): void {
  const found = netidOf(text, hint);
  if (found === null) return;
  const entity = sink.entity("netid", found.key, found.label, row);
  if (found.type !== "") sink.repeatedAttribute(entity, "netid.type", found.type, row);
  involve(entity, caseIndex, role, origin, row, sink);
}

export function involve(entity: number, caseIndex: number, role: string, origin: FactOrigin, row: number, sink: FactSink): void {
  sink.link("involved-in", entity, caseIndex, row, { role, origin });
}
