// Both cases side by side: one line a thing, with the sign that the evidence gives it.
import type { SideRow, SilentShared } from "../../../shared/link/calls.ts";
import { kindGroups } from "../../../shared/link/kindGroups.ts";
import type { EvidenceBar, LinkHub, PairScore } from "../../../shared/link/pairScore.ts";
import { findSharedPhrases } from "../../../shared/link/sharedPhrases.ts";
import type { CaseTimeKind } from "../../../shared/model/caseTime.ts";
import { entityRef } from "../../../shared/model/entity.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import { type CaseHead, readCaseHeads } from "../store/sqlite/tables/caseHead.ts";
import { type CaseIdentifierRow, countCasesOfEntity, listIdentifiersOfCase } from "../store/sqlite/tables/caseIdentifiers.ts";
import { readEntity } from "../store/sqlite/tables/entity.ts";

interface Side {
  readonly head: CaseHead;
  readonly identifiers: readonly CaseIdentifierRow[];
}

interface IdentifierRow {
  readonly row: string;
  readonly kind: string;
  /** Features whose sign the line takes: those that compare the kind, and what finds it one step off. */
  readonly features: readonly string[];
}

const identifierRow = (row: string, kind: string, ...near: readonly string[]): IdentifierRow => ({
  row,
  kind,
  features: [...kindGroups.filter(({ kinds }) => kinds.includes(kind)).map(({ feature }) => feature), ...near],
});

export const identifierRows: readonly IdentifierRow[] = [
  identifierRow("accounts", "account", "nearAccount"),
  identifierRow("phones", "phone", "nearContact"),
  identifierRow("netids", "netid", "nearNetid"),
  identifierRow("devices", "device"),
  identifierRow("vehicles", "vehicle"),
];

const noMarks = { marksA: [], marksB: [], silent: [] } as const;

interface Compared {
  readonly a: string;
  readonly b: string;
  readonly score: PairScore;
  readonly hubs: readonly LinkHub[];
}

export function compareSides(db: ReadableDb, { a, b, score, hubs }: Compared): SideRow[] {
  const heads = readCaseHeads(db, [a, b]);
  const sides = [a, b].map((number): Side => ({ head: heads.get(number)!, identifiers: listIdentifiersOfCase(db, number) }));
  const bars = [...score.evidence, ...score.counter];
  return [
    ...headRows(sides[0]!.head, sides[1]!.head, bars),
    ...sharedRows(sides[0]!, sides[1]!, bars).map((row) => withSilent(db, row, sides, hubs)),
    ...briefRow(sides[0]!.head, sides[1]!.head, bars),
  ];
}

function signOf(bars: readonly EvidenceBar[], features: readonly string[]): SideRow["sign"] {
  const found = bars.filter(({ feature }) => features.includes(feature));
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
    row("type", a.type, b.type, ["caseType"]),
    ...timeRows.map(([name, kind]) => row(name, timeOf(a, kind), timeOf(b, kind), kind === "occurred" ? ["time"] : [])),
    row("place", a.place, b.place, ["place"]),
    row("loss", a.loss, b.loss, ["amount"]),
    row("unit", a.unit, b.unit, ["unit"]),
  ].filter((one) => one.a !== "" || one.b !== "");
}

/** A report is no deed: it stands in a line of its own, and only where nothing tells when the case happened. */
const timeRows = [
  ["time", "occurred"],
  ["reported", "reported"],
  ["filed", "filed"],
] as const;

const timeOf = ({ at, atKind }: CaseHead, kind: CaseTimeKind): string | null => (atKind === kind ? clock(at) : null);

const clock = (at: string | null): string | null => (at === null ? null : at.length > 10 ? at.slice(0, 16).replace("T", " ") : at);

function sharedRows(a: Side, b: Side, bars: readonly EvidenceBar[]): SideRow[] {
  return identifierRows.flatMap(({ row, kind, features }) => {
    const left = textOf(a, kind, b);
    const right = textOf(b, kind, a);
    return left === "" && right === "" ? [] : [{ row, a: left, b: right, sign: signOf(bars, features), ...noMarks }];
  });
}

const isVictims = ({ role }: CaseIdentifierRow): boolean => role === "victim" || role === "reporter";

/** Both have it, no bar counts it: the reader sees the same twice and wants to know why it is no evidence. */
function withSilent(db: ReadableDb, row: SideRow, [a, b]: readonly Side[], hubs: readonly LinkHub[]): SideRow {
  if (row.sign === "+") return row;
  const { kind } = identifierRows.find((one) => one.row === row.row)!;
  const common = a!.identifiers.flatMap((own) => {
    const other = own.kind === kind ? b!.identifiers.find((one) => one.kind === kind && one.key === own.key) : undefined;
    return other === undefined || (isVictims(own) && isVictims(other)) ? [] : [{ own, isVictims: isVictims(own) || isVictims(other) }];
  });
  // One line an identifier, whatever it is called in the case: a column and the brief may each name it.
  const silent = [...Map.groupBy(common, ({ own }) => own.key).values()].map((roles): SilentShared => {
    const { own } = roles[0]!;
    const entity = entityRef(own.kind, own.key);
    const hub = hubs.find((one) => one.entity === entity);
    const reason = hub?.reason ?? (roles.every((role) => role.isVictims) ? "victim" : "common");
    return { entity, label: own.label, reason, cases: hub?.cases ?? countCasesOfEntity(db, readEntity(db, own.kind, own.key)!.id) };
  });
  // Against, only what is shut out has to be told: something else of the line counts.
  return { ...row, silent: row.sign === "~" ? silent : silent.filter(({ reason }) => reason !== "common") };
}

const maxShown = 4;

/** Those that both have first, then the rest; the victim's own are left out. */
function textOf(side: Side, ofKind: string, other: Side): string {
  const theirs = new Set(other.identifiers.map(({ key }) => key));
  const own = side.identifiers.filter((one) => one.kind === ofKind && !isVictims(one));
  const ordered = [...own].sort((x, y) => Number(theirs.has(y.key)) - Number(theirs.has(x.key)));
  const shown = ordered.slice(0, maxShown).map(({ key, label }) => (label === key ? key : `${key} ${label}`));
  return [...new Set(shown)].join(" · ") + (ordered.length > maxShown ? " …" : "");
}

function briefRow(a: CaseHead, b: CaseHead, bars: readonly EvidenceBar[]): SideRow[] {
  if (!a.brief && !b.brief) return [];
  const phrases = findSharedPhrases(null, a.brief ?? "", b.brief ?? "");
  const [marksA, marksB] = [phrases.map((phrase) => phrase.a), phrases.map((phrase) => phrase.b)];
  return [{ row: "brief", a: a.brief ?? "", b: b.brief ?? "", sign: signOf(bars, ["brief"]), marksA, marksB, silent: [] }];
}
