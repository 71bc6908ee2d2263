// Small made-up cases for the link and group tests.
import type { CaseIdentifier, CaseRecord, IdentifierRole, LinkInput } from "../../../shared/link/caseData.ts";

export const dayMs = 86_400_000;

export function anIdentifier(entity: string, role: IdentifierRole = "offender", subtype = ""): CaseIdentifier {
  const citations = [{ sourceId: 1, source: "cases.csv", sheet: null, row: 1 }];
  return { entity, kind: entity.split(":")[0]!, subtype, label: entity.split(":")[1]!, role, origin: "column", citations };
}

export function aCase(number: string, change: Partial<CaseRecord> = {}): CaseRecord {
  return {
    number,
    type: null,
    unit: null,
    from: null,
    until: null,
    hasClock: false,
    x: null,
    y: null,
    planar: true,
    place: null,
    lossFen: null,
    modus: [],
    brief: null,
    identifiers: [],
    near: [],
    suspects: [],
    rows: [],
    utcOffset: 0,
    ...change,
  };
}

export function aLinkInput(cases: readonly CaseRecord[], change: Partial<LinkInput> = {}): LinkInput {
  return {
    cases: [...cases].sort((one, other) => (one.number < other.number ? -1 : 1)),
    verdicts: [],
    exclusions: [],
    series: {},
    ...change,
  };
}

export const caseNumber = (i: number): string => `C${String(i).padStart(4, "0")}`;

/** A case with a type, a unit, a place, a day, a loss and identifiers of its own that nobody shares. */
export function anOrdinaryCase(i: number, random: () => number, change: Partial<CaseRecord> = {}): CaseRecord {
  const at = Math.floor(random() * 300) * dayMs;
  const words = ["点赞返现做任务", "下载软件再充值", "客服说要退款", "贷款先交保证金", "老师带着买股票", "说我涉嫌洗钱"];
  return aCase(caseNumber(i), {
    type: `type ${Math.floor(random() * 4)}`,
    unit: `unit ${Math.floor(random() * 6)}`,
    from: at,
    until: at,
    x: random() * 100,
    y: random() * 100,
    lossFen: Math.round(1e5 * 10 ** (random() * 2)),
    modus: [{ name: "lure", values: [`lure ${Math.floor(random() * 5)}`] }],
    brief: `报警人称${words[Math.floor(random() * 6)]}，${words[Math.floor(random() * 6)]}。`,
    identifiers: [anIdentifier(`account:own-${i}`), anIdentifier(`phone:own-${i}`)],
    ...change,
  });
}
