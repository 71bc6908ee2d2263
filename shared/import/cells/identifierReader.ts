// Reads identifiers out of the cells of a column: splits, cleans, keeps what fails its check as written, with a doubt.
import type { DoubtTally } from "../doubtTally.ts";
import { findKind } from "../kinds/index.ts";
import { type IdentifierKind, isClean } from "../kinds/kind.ts";
import { isScientific, tidyText } from "../kinds/tidy.ts";
import { ownText } from "./ownText.ts";
import { cellText } from "./words.ts";

export interface Identifier {
  readonly key: string;
  /** The check of its kind holds. */
  readonly isValid: boolean;
  /** Digits were lost before the file was written: no identifier at all. */
  readonly isLost: boolean;
}

const separators = /[、；;，,/\n\r]+/;
/** Cells remembered a column: most accounts of a statement come again, and cleaning costs ten times the look-up. */
const maxCached = 200_000;
const none: readonly Identifier[] = [];

export class IdentifierReader {
  private readonly kind: IdentifierKind;
  private readonly doubts: DoubtTally;
  private readonly column: string;
  private cache = new Map<string, readonly Identifier[]>();

  constructor(kindId: string, column: string, doubts: DoubtTally) {
    this.kind = findKind(kindId)!;
    this.column = column;
    this.doubts = doubts;
  }

  /** All identifiers of a cell, in their order. */
  readAll(cell: string): readonly Identifier[] {
    if (cell === "") return none;
    const known = this.cache.get(cell);
    if (known !== undefined) return known;
    if (this.cache.size >= maxCached) this.cache = new Map();
    const own = ownText(cell);
    const found = this.split(own);
    this.cache.set(own, found);
    return found;
  }

  /** The first identifier of a cell: an event has one payer and one payee. */
  readOne(cell: string): Identifier | null {
    const all = this.readAll(cell);
    if (all.length === 0) return null;
    if (all.length > 1) this.doubts.add("several-in-cell", this.column, cell);
    return all[0]!;
  }

  private split(cell: string): readonly Identifier[] {
    const parts = separators.test(cell) ? cell.split(separators) : [cell];
    const found: Identifier[] = [];
    for (const part of parts) {
      const text = cellText(tidyText(part));
      if (text !== "") found.push(this.readPart(text));
    }
    return found;
  }

  private readPart(text: string): Identifier {
    const bare = text.replace(/^(\d+)\.0$/, "$1");
    if (isScientific(bare)) return { key: bare, isValid: false, isLost: true };
    const cleaned = this.kind.clean(bare);
    const doubt = isClean(cleaned) ? cleaned.doubt : "invalid";
    if (doubt !== undefined) this.doubts.add(doubtCodes[doubt] ?? "identifier-invalid", this.column, bare);
    return { key: isClean(cleaned) ? cleaned.value : bare, isValid: isClean(cleaned), isLost: false };
  }
}

const doubtCodes: Readonly<Record<string, string>> = {
  masked: "identifier-masked",
  "check-digit": "identifier-check-digit",
  "prefix-unknown": "identifier-prefix",
};
