// Matches one written address to the standard table: candidates by block, levels compared, bits added, the lot descended as far as both tell.
// Bits are log2 of m / u (Fellegi and Sunter 1969): u is the share of the table's lots with that value, m what a right address states so; an
// address that is not in the table at all stands beside the candidates with `noneBits`.
import { type AddressLevel, addressLevels, isFinerThan, type LevelText } from "../../import/address/levels.ts";
import { normalLevels } from "../../import/address/normalise.ts";
import { parseAddress } from "../../import/address/parse.ts";
import { type AddressNode, type AddressTable, lotLevels } from "./addressTable.ts";

export type LevelVerdict = "agrees" | "near" | "differs" | "other-name";

export interface LevelBar {
  readonly level: AddressLevel;
  readonly verdict: LevelVerdict;
  readonly stated: string;
  readonly standard: string;
  readonly bits: number;
}

export interface AddressCandidate {
  readonly node: AddressNode;
  readonly bits: number;
  readonly probability: number;
  readonly bars: readonly LevelBar[];
}

/** sure: taken as it is; doubtful: for a person to say; coarse: nothing below road or village was told; none: not in the table. */
export type MatchState = "sure" | "doubtful" | "coarse" | "none";

/** Why nobody took the best candidate by itself. */
export type DoubtReason = "ambiguous" | "conflict" | "weak" | "code-conflict";

export interface AddressMatch {
  readonly state: MatchState;
  readonly reason: DoubtReason | null;
  /** Of the best candidate, of a coarse one the finest level that the address states. */
  readonly level: AddressLevel | null;
  readonly candidates: readonly AddressCandidate[];
  readonly levels: LevelText;
}

const noneBits = 4;
const sureFrom = 0.95;
const doubtfulFrom = 0.2;
const mostCandidates = 5;
/** Right addresses that state a level otherwise than the table: boundaries move, districts are written out of habit, numbers hardly ever. */
const wrongShare: Partial<Record<AddressLevel, number>> = {
  district: 0.04,
  town: 0.08,
  community: 0.15,
  road: 0.01,
  number: 0.004,
  estate: 0.03,
};
/** In a small table a value looks more common than it is in the world that addresses come from. */
const mostShare: Partial<Record<AddressLevel, number>> = {
  district: 0.25,
  town: 0.1,
  community: 0.03,
  road: 0.1,
  number: 0.02,
  estate: 0.02,
};
const nearBits = -3;
/** Another district than stated, where the stated one has a road of that name itself: the number may just be missing in the table. */
const ownRoadBits = -4;
/** A level below the lot: one of some thirty buildings, four units, forty rooms. */
const belowBits: Partial<Record<AddressLevel, number>> = { building: 4, unit: 2, floor: 1, room: 5 };
const belowDiffers = -6;

export function matchAddress(table: AddressTable, text: string, code = ""): AddressMatch {
  const levels = parseAddress(text, table);
  const stated = normalLevels(levels);
  const scored = table.listCandidates(stated).flatMap((lot) => scoreLot(table, lot, stated));
  const byCode = code === "" ? [] : table.listByCode(code);
  if (byCode.length > 0) return matchByCode(byCode, scored, levels);
  if (scored.length === 0) return { ...withoutCandidate(stated), levels };
  return { ...judge(weigh(dropCovered(scored)), stated), levels };
}

type Scored = Omit<AddressCandidate, "probability">;

function withoutCandidate(stated: LevelText): Omit<AddressMatch, "levels"> {
  const level = addressLevels.findLast((one) => stated[one] !== undefined) ?? null;
  const isCoarse = level !== null && !isFinerThan(level, "road");
  return { state: isCoarse ? "coarse" : "none", reason: null, level: isCoarse ? level : null, candidates: [] };
}

/** A code names its address; where the words beside it speak for another one, a person has to look. */
function matchByCode(byCode: readonly AddressNode[], scored: readonly Scored[], levels: LevelText): AddressMatch {
  const own = byCode.map((node): Scored => ({ node, bits: 20, bars: [] }));
  const others = scored.filter(({ node }) => !byCode.some((known) => isWithin(known, node) || isWithin(node, known)));
  const isClear = byCode.length === 1 && (scored.length === 0 || others.length < scored.length);
  const candidates = weigh([...own, ...(isClear ? [] : others)]);
  const level = byCode[0]!.level;
  return { state: isClear ? "sure" : "doubtful", reason: isClear ? null : "code-conflict", level, candidates, levels };
}

const isWithin = (node: AddressNode, above: AddressNode): boolean => {
  for (let one: AddressNode | null = node; one !== null; one = one.parent) if (one === above) return true;
  return false;
};

/** The lot's levels compared, then every place below it that fits the address best. */
function scoreLot(table: AddressTable, lot: AddressNode, stated: LevelText): Scored[] {
  const bars = lotLevels.flatMap((level): LevelBar[] => {
    const [own, standard] = [stated[level], lot.normal[level]];
    if (own === undefined || standard === undefined || level === "province" || level === "city") return [];
    const verdict = compareLevel(table, level, own, standard, lot);
    const isOwnRoad = level === "district" && verdict === "differs" && stated.road !== undefined && table.hasRoad(own, stated.road);
    return [{ level, verdict, stated: own, standard, bits: bitsOf(table, level, standard, verdict) + (isOwnRoad ? ownRoadBits : 0) }];
  });
  return descend(lot, stated).map(({ node, bars: below }) => {
    const all = [...bars, ...below];
    return { node, bars: all, bits: all.reduce((sum, { bits }) => sum + bits, 0) };
  });
}

function compareLevel(table: AddressTable, level: AddressLevel, own: string, standard: string, lot: AddressNode): LevelVerdict {
  if (own === standard) return "agrees";
  const isName = level === "road" || level === "estate" || level === "community" || level === "town";
  if (isName && (isOneSign(own, standard) || own.endsWith(standard) || standard.endsWith(own))) return "near";
  return level === "estate" && isAlias(table, own, lot) ? "other-name" : "differs";
}

const isAlias = (table: AddressTable, name: string, lot: AddressNode): boolean => table.listCandidates({ estate: name }).includes(lot);

function isOneSign(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3) return false;
  let differing = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) differing += 1;
  return differing === 1;
}

function bitsOf(table: AddressTable, level: AddressLevel, standard: string, verdict: LevelVerdict): number {
  const [wrong, share] = [wrongShare[level] ?? 0.05, table.shareOf(level, standard)];
  const agrees = Math.log2((1 - wrong) / Math.min(mostShare[level] ?? 0.95, share));
  if (verdict === "agrees" || verdict === "other-name") return Math.max(0, agrees);
  if (verdict === "near") return Math.max(0, agrees) + nearBits;
  return Math.log2(wrong / Math.max(0.05, 1 - share));
}

interface Descent {
  readonly node: AddressNode;
  readonly bars: readonly LevelBar[];
}

/** Down through building, unit and room as far as the table goes; a level that the address leaves out is passed through. */
function descend(lot: AddressNode, stated: LevelText): Descent[] {
  let open: Descent[] = [{ node: lot, bars: ownBars(lot, stated) }];
  for (const level of ["building", "unit", "room"] as const) {
    const own = stated[level];
    if (own === undefined || !isFinerThan(level, lot.level)) continue;
    const next = open.flatMap(({ node, bars }) =>
      findBelow(node, level, own).map((child) => ({
        node: child,
        bars: [...bars, { level, verdict: "agrees" as const, stated: own, standard: own, bits: belowBits[level]! }],
      })),
    );
    if (next.length > 0) open = next;
    else break;
  }
  return open;
}

/** A place that is a lot by itself (a building of a village). */
function ownBars(lot: AddressNode, stated: LevelText): LevelBar[] {
  return (["building", "unit", "room"] as const).flatMap((level): LevelBar[] => {
    const [own, standard] = [stated[level], lot.normal[level]];
    if (own === undefined || standard === undefined) return [];
    const isSame = own === standard;
    return [{ level, verdict: isSame ? "agrees" : "differs", stated: own, standard, bits: isSame ? belowBits[level]! : belowDiffers }];
  });
}

function findBelow(node: AddressNode, level: AddressLevel, value: string): AddressNode[] {
  return node.children.flatMap((child) => {
    if (child.level === level) return child.normal[level] === value ? [child] : [];
    // An estate below its number is a lot of its own; other levels that the address leaves out are passed through.
    return isFinerThan(level, child.level) ? findBelow(child, level, value) : [];
  });
}

/** Of a number and the estate below it both may be candidates, and both lead to one building: the one with more bits stays. */
function dropCovered(scored: readonly Scored[]): Scored[] {
  const best = new Map<AddressNode, Scored>();
  for (const one of scored) if ((best.get(one.node)?.bits ?? Number.NEGATIVE_INFINITY) < one.bits) best.set(one.node, one);
  const kept = [...best.values()];
  return kept.filter(({ node, bits }) => !kept.some((other) => other.node !== node && isWithin(other.node, node) && other.bits >= bits));
}

function weigh(scored: readonly Scored[]): AddressCandidate[] {
  const most = Math.max(noneBits, ...scored.map(({ bits }) => bits));
  const total = scored.reduce((sum, { bits }) => sum + 2 ** (bits - most), 2 ** (noneBits - most));
  return [...scored]
    .sort((a, b) => b.bits - a.bits || (a.node.path < b.node.path ? -1 : 1))
    .slice(0, mostCandidates)
    .map((one) => ({ ...one, probability: 2 ** (one.bits - most) / total }));
}

const hardLevels: readonly AddressLevel[] = ["road", "number", "estate"];

function judge(candidates: readonly AddressCandidate[], stated: LevelText): Omit<AddressMatch, "levels"> {
  const [best, second] = candidates;
  if (!best || best.probability < doubtfulFrom) return { state: "none", reason: null, level: null, candidates };
  const isConflict =
    best.bars.some(({ level, verdict }) => verdict === "differs" && hardLevels.includes(level)) ||
    isElsewhere(best) ||
    isSplit(best, candidates, stated);
  const isSure = best.probability >= sureFrom && !isConflict;
  const none = 1 - candidates.reduce((sum, { probability }) => sum + probability, 0);
  // What keeps it from being sure: another address of the table, or that it may not be in the table.
  const isTie = second !== undefined && second.probability > none;
  const reason: DoubtReason | null = isSure ? null : isConflict ? "conflict" : isTie ? "ambiguous" : "weak";
  return { state: isSure ? "sure" : "doubtful", reason, level: best.node.level, candidates };
}

/** Another district than stated: only where the number and the estate, or what lies between, say the same place. */
function isElsewhere({ bars }: AddressCandidate): boolean {
  const agreed = new Set(bars.filter(({ verdict }) => verdict !== "differs").map(({ level }) => level));
  const isOther = bars.some(({ level, verdict }) => level === "district" && verdict === "differs");
  return isOther && !agreed.has("town") && !agreed.has("community") && !(agreed.has("number") && agreed.has("estate"));
}

/** The road number leads to one lot, the estate to another: whichever has more bits, somebody has to look. */
function isSplit(best: AddressCandidate, candidates: readonly AddressCandidate[], stated: LevelText): boolean {
  if (stated.number === undefined || stated.estate === undefined) return false;
  const agreed = ({ bars }: AddressCandidate, level: AddressLevel) => bars.some((bar) => bar.level === level && bar.verdict !== "differs");
  return candidates.some(
    (other) =>
      other !== best &&
      !isWithin(other.node, best.node) &&
      !isWithin(best.node, other.node) &&
      ((agreed(best, "number") && !agreed(best, "estate") && agreed(other, "estate") && !agreed(other, "number")) ||
        (agreed(best, "estate") && !agreed(best, "number") && agreed(other, "number") && !agreed(other, "estate"))),
  );
}
