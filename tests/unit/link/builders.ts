// Cases for linkage tests: sane defaults, everything else as given.
import type { CaseIdentifier, CaseRecord, LinkInput } from "../../../shared/link/caseData.ts";

export function anIdentifier(entity: string, changes: Partial<CaseIdentifier> = {}): CaseIdentifier {
  const kind = entity.slice(0, entity.indexOf(":"));
  return {
    entity,
    kind,
    subtype: "",
    label: entity,
    role: "offender",
    origin: "column",
    citations: [{ sourceId: 1, row: 1, source: "a.csv", sheet: null }],
    ...changes,
  };
}

export function aCase(number: string, changes: Partial<CaseRecord> = {}): CaseRecord {
  return {
    number,
    type: null,
    unit: null,
    from: null,
    until: null,
    hasClock: false,
    x: null,
    y: null,
    planar: false,
    place: null,
    lossFen: null,
    modus: [],
    brief: null,
    identifiers: [],
    near: [],
    suspects: [],
    citations: [],
    utcOffset: 480,
    ...changes,
  };
}

export function linkInput(cases: readonly CaseRecord[], changes: Partial<LinkInput> = {}): LinkInput {
  return { cases: [...cases].sort((a, b) => (a.number < b.number ? -1 : 1)), verdicts: [], exclusions: [], series: {}, ...changes };
}

/** Unlinked cases around the ones of interest, each with an account of its own. */
export function crowd(count: number): CaseRecord[] {
  return Array.from({ length: count }, (_, i) =>
    aCase(`Z${String(i).padStart(4, "0")}`, { type: i % 2 ? "刷单返利" : "虚假贷款", identifiers: [anIdentifier(`account:99${i}`)] }),
  );
}
