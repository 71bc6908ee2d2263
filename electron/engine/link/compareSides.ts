// Both cases side by side: one line a thing, with the sign that the evidence gives it.
import type { SideRow } from "../../../shared/link/calls.ts";
import type { EvidenceBar, PairScore } from "../../../shared/link/pairScore.ts";
import { findSharedPhrases } from "../../../shared/link/sharedPhrases.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { type CaseHead, readCaseHeads } from "../store/sqlite/tables/caseHead.ts";
import { type CaseIdentifierRow, listIdentifiersOfCase } from "../store/sqlite/tables/caseIdentifiers.ts";

interface Side {
  readonly head: CaseHead;
  readonly identifiers: readonly CaseIdentifierRow[];
}

/** Row of the table → features whose sign it takes, and what it shows. */
const identifierRows: readonly { row: string; kinds: readonly string[]; features: readonly string[] }[] = [
  { row: "accounts", kinds: ["account"], features: ["sharedAccount", "nearAccount"] },
  { row: "phones", kinds: ["phone"], features: ["sharedPhone", "nearPhone"] },
  { row: "netids", kinds: ["netid"], features: ["sharedNetid", "nearNetid"] },
  { row: "devices", kinds: ["device"], features: ["sharedDevice", "nearDevice"] },
  { row: "vehicles", kinds: ["vehicle"], features: ["sharedVehicle", "nearVehicle"] },
];

const noMarks = { marksA: [], marksB: [] } as const;

export function compareSides(db: ReadableDb, a: string, b: string, score: PairScore): SideRow[] {
  const heads = readCaseHeads(db, [a, b]);
  const sides = [a, b].map((number): Side => ({ head: heads.get(number)!, identifiers: listIdentifiersOfCase(db, number) }));
  const bars = [...score.evidence, ...score.counter];
  return [
    ...headRows(sides[0]!.head, sides[1]!.head, bars),
    ...sharedRows(sides[0]!, sides[1]!, bars),
    ...briefRow(sides[0]!.head, sides[1]!.head, bars),
  ];
}

function signOf(bars: readonly EvidenceBar[], features: readonly string[]): SideRow["sign"] {
  const found = bars.filter(({ feature }) => features.some((name) => feature === name || feature.startsWith(name)));
  const strongest = found.sort((x, y) => Math.abs(y.bits) - Math.abs(x.bits))[0];
  return strongest?.sign ?? "~";
}

function headRows(a: CaseHead, b: CaseHead, bars: readonly EvidenceBar[]): SideRow[] {
  const row = (name: string, left: string | null, right: string | null, features: readonly string[]): SideRow => ({
    row: name,
    a: left ?? "",
    b: right ?? "",
    sign: signOf(bars, features),
    ...noMarks,
  });
  return [
    row("type", a.type, b.type, ["type", "caseType"]),
    row("time", clock(a.at), clock(b.at), ["time"]),
    row("place", a.place, b.place, ["place"]),
    row("loss", a.loss, b.loss, ["amount"]),
    row("unit", a.unit, b.unit, ["unit"]),
  ].filter((one) => one.a !== "" || one.b !== "");
}

const clock = (at: string | null): string | null => (at === null ? null : at.length > 10 ? at.slice(0, 16).replace("T", " ") : at);

function sharedRows(a: Side, b: Side, bars: readonly EvidenceBar[]): SideRow[] {
  return identifierRows.flatMap(({ row, kinds, features }) => {
    const left = textOf(a, kinds, b);
    const right = textOf(b, kinds, a);
    return left === "" && right === "" ? [] : [{ row, a: left, b: right, sign: signOf(bars, features), ...noMarks }];
  });
}

const maxShown = 4;

/** Those that both have first, then the rest; the victim's own are left out. */
function textOf(side: Side, kinds: readonly string[], other: Side): string {
  const theirs = new Set(other.identifiers.map(({ key }) => key));
  const own = side.identifiers.filter(({ kind, role }) => kinds.includes(kind) && role !== "victim" && role !== "reporter");
  const ordered = [...own].sort((x, y) => Number(theirs.has(y.key)) - Number(theirs.has(x.key)));
  const shown = ordered.slice(0, maxShown).map(({ key, label }) => (label === key ? key : `${key} ${label}`));
  return [...new Set(shown)].join(" · ") + (ordered.length > maxShown ? " …" : "");
}

function briefRow(a: CaseHead, b: CaseHead, bars: readonly EvidenceBar[]): SideRow[] {
  if (!a.brief && !b.brief) return [];
  const phrases = findSharedPhrases(null, a.brief ?? "", b.brief ?? "");
  const [marksA, marksB] = [phrases.map((phrase) => phrase.a), phrases.map((phrase) => phrase.b)];
  return [{ row: "brief", a: a.brief ?? "", b: b.brief ?? "", sign: signOf(bars, ["brief"]), marksA, marksB }];
}
