// A mapping laid over the headings of a sheet: for each target, where its cells stand and how they are read.
import { CaseweaveError } from "../errors.ts";
import { parseOffset } from "../model/time.ts";
import { IdentifierReader } from "./cells/identifierReader.ts";
import { scaleAmount, statedPower, unitPower } from "./cells/moneyUnit.ts";
import type { TimeReader } from "./cells/timeReader.ts";
import { TimeReader as Reader } from "./cells/timeReader.ts";
import { cellText } from "./cells/words.ts";
import { learnTimeFormat } from "./columnFacts.ts";
import { DoubtTally } from "./doubtTally.ts";
import { columnAddress, findColumn } from "./heading.ts";
import { type Mapping, type MappingFormat, targetsOf } from "./mapping.ts";

export type Cells = readonly string[];
export type Getter = (cells: Cells) => string;

export interface PlanColumn {
  readonly index: number;
  /** As written in the file; `#n` where it has none. */
  readonly heading: string;
  readonly get: Getter;
}

export interface TimeGetter {
  readonly reader: TimeReader;
  /** "ok" (see the reader's fields), "missing" or "invalid". */
  readonly read: (cells: Cells) => "ok" | "missing" | "invalid";
  readonly text: Getter;
}

export interface PlanContext {
  /** Base name of the file: a statement may name its account there. */
  readonly fileName: string;
  /** Lines above the heading: label → value. */
  readonly banner: ReadonlyMap<string, string>;
  readonly sample: readonly Cells[];
  /** Nothing has happened after this: milliseconds UTC; absent where nobody asks. */
  readonly latest?: number;
  /** Nodes that the files of a graph declare; absent outside graphs. */
  readonly nodes?: DeclaredNodes;
}

export interface DeclaredNode {
  readonly kind: string;
  /** The id, with its space before it where another space has the same. */
  readonly key: string;
}

export interface DeclaredNodes {
  /** `space`: "" where the file names none. */
  find(id: string, space: string): DeclaredNode | undefined;
}

const empty: Getter = () => "";
const moneyTargets = /^(?:amount|debit|credit|case\.(?:loss|stopped|frozen|returned)|organisation\.capital|(?:.*\.)?balance)$/;

export class RowPlan {
  readonly mapping: Mapping;
  readonly headings: readonly string[];
  readonly format: MappingFormat;
  readonly doubts = new DoubtTally();
  readonly context: PlanContext;
  readonly utcOffset: number;
  /** Cells of a later row (1: the next one), where the caller has them: set before each row. */
  peek: (offset: number) => Cells | undefined = () => undefined;
  private readonly byTarget = new Map<string, PlanColumn[]>();
  /** Columns that no target reads. */
  readonly unlisted: readonly PlanColumn[];

  constructor(mapping: Mapping, headings: readonly string[], context: PlanContext) {
    this.mapping = mapping;
    this.headings = headings;
    this.context = context;
    this.format = mapping.format ?? {};
    this.utcOffset = parseOffset(this.format.timeZone);
    const listed = new Set<number>();
    for (const [address, value] of Object.entries(mapping.columns)) {
      const index = findColumn(headings, address);
      if (index < 0) throw new CaseweaveError("mapping-column-missing", { column: address, headings: headings.join(" | ") });
      listed.add(index);
      for (const target of targetsOf(value)) this.addColumn(target, index);
    }
    this.unlisted = headings.map((_, index) => this.columnAt(index, "")).filter(({ index }) => !listed.has(index));
  }

  private addColumn(target: string, index: number): void {
    const columns = this.byTarget.get(target);
    const column = this.columnAt(index, target);
    if (columns) columns.push(column);
    else this.byTarget.set(target, [column]);
  }

  private columnAt(index: number, target: string): PlanColumn {
    const heading = this.headings[index] || `#${index + 1}`;
    const values =
      this.format.valueMaps?.[heading] ?? this.format.valueMaps?.[columnAddress(this.headings, index)] ?? this.format.valueMaps?.[target];
    const power = moneyTargets.test(target) ? (unitPower(heading) ?? statedPower(this.context.banner.get("unit"))) : 0;
    if (power !== 0) return { index, heading, get: (cells) => scaleAmount(cellText(cells[index]), power) };
    const get: Getter = (cells) => cellText(cells[index]);
    if (values === undefined) return { index, heading, get };
    return { index, heading, get: (cells) => mapValue(values, cells[index]) };
  }

  columns(target: string): readonly PlanColumn[] {
    return this.byTarget.get(target) ?? [];
  }

  /** Fed by a column or a constant. */
  has(target: string): boolean {
    return this.byTarget.has(target) || this.mapping.constants?.[target] !== undefined;
  }

  hasColumn(target: string): boolean {
    return this.byTarget.has(target);
  }

  /** Heading that feeds a target, for notes. */
  headingOf(target: string): string {
    const [first] = this.columns(target);
    return first?.heading ?? "";
  }

  /** First non-empty cell of the target's columns, else its constant. */
  text(target: string): Getter {
    const columns = this.columns(target);
    const constant = this.mapping.constants?.[target] ?? "";
    if (columns.length === 0) return constant === "" ? empty : () => constant;
    const [first] = columns;
    if (columns.length === 1 && constant === "") return first!.get;
    return (cells) => {
      for (const column of columns) {
        const text = column.get(cells);
        if (text !== "") return text;
      }
      return constant;
    };
  }

  identifiers(kindId: string, target: string): IdentifierReader {
    return new IdentifierReader(kindId, this.headingOf(target), this.doubts);
  }

  /** An event that is told for a day to come stays as written, with a doubt. */
  private doubtAhead(target: string, { reader, read, text }: TimeGetter): TimeGetter["read"] {
    const { latest } = this.context;
    if (target !== "time" || latest === undefined) return read;
    const heading = this.headingOf("time") || this.headingOf("time.date");
    return (cells) => {
      const found = read(cells);
      if (found === "ok" && reader.at > latest) this.doubts.add("time-ahead", heading, text(cells));
      return found;
    };
  }

  /** Reads `target`, or `target.date` with `target.time`. */
  time(target: string): TimeGetter {
    const whole = this.text(target);
    const date = this.text(`${target}.date`);
    const clock = this.text(`${target}.time`);
    const reader = new Reader({ utcOffset: this.utcOffset, ...learnTimeFormat(this, target) });
    const hasWhole = this.has(target);
    const parse: TimeGetter["read"] = (cells) => {
      const stamp = hasWhole ? whole(cells) : "";
      if (stamp !== "") return reader.read(stamp) ? "ok" : "invalid";
      const day = date(cells);
      if (day === "") return "missing";
      return reader.readParts(day, clock(cells)) ? "ok" : "invalid";
    };
    const text: Getter = (cells) => whole(cells) || `${date(cells)} ${clock(cells)}`.trim();
    return { reader, read: this.doubtAhead(target, { reader, read: parse, text }), text };
  }
}

/** Value maps see the cell as written, blanks aside, so that "" and "/" can be mapped too. */
function mapValue(values: Readonly<Record<string, string>>, cell: string | undefined): string {
  const text = (cell ?? "").trim();
  return values[text] ?? cellText(text);
}
