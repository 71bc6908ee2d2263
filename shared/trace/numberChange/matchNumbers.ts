// Which new number took the place of which old one, judged jointly: people who change together call each other's new numbers.
// Seeds are fixed one by one, the surest first, then all are assigned anew until nothing changes.
import { assignBest } from "../../graph/assignment.ts";
import type { Activity, TwoPeriods } from "./activity.ts";
import { compareNumbers, type Likeness, type Matching, type Pools, weighContacts } from "./likeness.ts";

export interface NumberChange {
  readonly old: number;
  readonly fresh: number;
  readonly likeness: Likeness;
  /** The joint judgement; others are runners-up. */
  readonly isAssigned: boolean;
  /** The old number goes on being used, so that only its contacts moved. */
  readonly isOldStillUsed: boolean;
}

const poolStay = 0.35;
/** Beyond the pool: numbers that lost traffic but not all may still have a successor. */
const looseStay = 0.95;
const minCalls = 3;
const minContacts = 2;
const maxRounds = 5;
/** Successors named for one old number. */
const perNumber = 3;

export interface MatchedNumbers {
  /** Assigned pairs first, best first. */
  readonly changes: readonly NumberChange[];
  /** Numbers that fell silent or appeared and were too many to be matched. */
  readonly leftOut: number;
}

export type IsPublic = (phone: number) => boolean;

export function matchNumbers(periods: TwoPeriods, isPublic: IsPublic): MatchedNumbers {
  const pools = findPools(periods, isPublic);
  const weight = weighContacts(periods);
  const compare = (old: number, fresh: number, matching: Matching) =>
    compareNumbers(periods.before[old]!, periods.after[fresh]!, weight, pools, matching);
  const olds = [...pools.old];
  const freshs = [...pools.fresh];
  const matching = refine(olds, freshs, compare, seed(olds, freshs, periods, compare));
  const loose = listLoose(periods, pools, matching).filter((phone) => !isPublic(phone));
  const changes = [...olds, ...loose]
    .flatMap((old) => rankSuccessors(old, freshs, compare, matching, !pools.old.has(old)))
    .sort(
      (a, b) => Number(b.isAssigned) - Number(a.isAssigned) || b.likeness.score - a.likeness.score || a.old - b.old || a.fresh - b.fresh,
    );
  return { changes, leftOut: pools.leftOut };
}

function findPools({ before, after, stay, change }: TwoPeriods, isPublic: IsPublic): Pools & { readonly leftOut: number } {
  const phones = before.map((_, phone) => phone).filter((phone) => stay[phone]! < poolStay && !isPublic(phone));
  const old = phones.filter((phone) => change[phone]! < 0 && isSeenEnough(before[phone]!));
  const fresh = phones.filter((phone) => change[phone]! > 0 && isSeenEnough(after[phone]!));
  const chosenOld = mostActive(old, before);
  const chosenFresh = mostActive(fresh, after);
  const leftOut = old.length + fresh.length - chosenOld.length - chosenFresh.length;
  return { old: new Set(chosenOld), fresh: new Set(chosenFresh), leftOut };
}

/** A number that one other alone knows cannot be told from the next one. */
const isSeenEnough = ({ calls, contacts }: Activity) => calls >= minCalls && contacts.size >= minContacts;

/** Joint matching is cubic: the most active numbers of each pool take part, the others are counted. */
const maxPool = 300;

const mostActive = (phones: readonly number[], activity: TwoPeriods["before"]): number[] =>
  [...phones]
    .sort((a, b) => activity[b]!.calls - activity[a]!.calls || a - b)
    .slice(0, maxPool)
    .sort((a, b) => a - b);

type Compare = (old: number, fresh: number, matching: Matching) => Likeness;

/** Scores of all open pairs; a pair that was fixed changes only those whose contacts it renames. */
class OpenScores {
  readonly scores: number[][];
  private readonly rowOpen: boolean[];
  private readonly columnOpen: boolean[];
  private readonly olds: readonly number[];
  private readonly freshs: readonly number[];

  constructor(olds: readonly number[], freshs: readonly number[], scoreOf: (old: number, fresh: number) => number) {
    this.olds = olds;
    this.freshs = freshs;
    this.scores = olds.map((old) => freshs.map((fresh) => scoreOf(old, fresh)));
    this.rowOpen = olds.map(() => true);
    this.columnOpen = freshs.map(() => true);
  }

  /** The mutually best open pair with the largest lead over its runner-up in row and column. */
  findSurest(): { readonly row: number; readonly column: number } | null {
    const rows = this.olds.map((_, row) => bestTwo(this.freshs.map((_fresh, column) => this.open(row, column))));
    const columns = this.freshs.map((_, column) => bestTwo(this.olds.map((_old, row) => this.open(row, column))));
    let surest: { row: number; column: number; lead: number } | null = null;
    rows.forEach(({ at: column, best, second }, row) => {
      if (best <= 0 || columns[column]!.at !== row) return;
      const lead = best - Math.max(second, columns[column]!.second, 0);
      if (!surest || lead > surest.lead) surest = { row, column, lead };
    });
    return surest;
  }

  close(row: number, column: number): void {
    this.rowOpen[row] = false;
    this.columnOpen[column] = false;
  }

  update(isTouched: (old: number, fresh: number) => boolean, scoreOf: (old: number, fresh: number) => number): void {
    this.olds.forEach((old, row) => {
      if (!this.rowOpen[row]) return;
      this.freshs.forEach((fresh, column) => {
        if (this.columnOpen[column] && isTouched(old, fresh)) this.scores[row]![column] = scoreOf(old, fresh);
      });
    });
  }

  private open(row: number, column: number): number {
    return this.rowOpen[row] && this.columnOpen[column] ? this.scores[row]![column]! : Number.NEGATIVE_INFINITY;
  }
}

function bestTwo(values: readonly number[]): { readonly at: number; readonly best: number; readonly second: number } {
  let [at, best, second] = [-1, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  values.forEach((value, i) => {
    if (value > best) [at, best, second] = [i, value, best];
    else if (value > second) second = value;
  });
  return { at, best, second };
}

/** Fixes the surest pair and treats it as one number, again and again. */
function seed(olds: readonly number[], freshs: readonly number[], { before, after }: TwoPeriods, compare: Compare): Map<number, number> {
  const matching = new Map<number, number>();
  const scoreOf = (old: number, fresh: number) => compare(old, fresh, matching).score;
  const open = new OpenScores(olds, freshs, scoreOf);
  for (let surest = open.findSurest(); surest; surest = open.findSurest()) {
    const [old, fresh] = [olds[surest.row]!, freshs[surest.column]!];
    matching.set(old, fresh);
    open.close(surest.row, surest.column);
    open.update((one, other) => before[one]!.contacts.has(old) || after[other]!.contacts.has(fresh), scoreOf);
  }
  return matching;
}

/** All contacts renamed by the matching, everybody assigned anew; at most five times. */
function refine(olds: readonly number[], freshs: readonly number[], compare: Compare, first: Map<number, number>): Map<number, number> {
  let matching = first;
  for (let round = 0; round < maxRounds && olds.length > 0 && freshs.length > 0; round++) {
    const scores = olds.map((old) => freshs.map((fresh) => compare(old, fresh, matching).score));
    const assigned = new Map<number, number>();
    assignBest(scores).forEach((column, row) => {
      if (column >= 0 && scores[row]![column]! > 0) assigned.set(olds[row]!, freshs[column]!);
    });
    if ([...assigned].every(([old, fresh]) => matching.get(old) === fresh) && assigned.size === matching.size) return assigned;
    matching = assigned;
  }
  return matching;
}

/** Numbers outside the pool that lost traffic, only where a new number is left without a predecessor. */
function listLoose({ before, stay, change }: TwoPeriods, pools: Pools, matching: Matching): number[] {
  if (matching.size === pools.fresh.size) return [];
  return before
    .map((_, phone) => phone)
    .filter((phone) => !pools.old.has(phone) && stay[phone]! < looseStay && change[phone]! < 0 && before[phone]!.calls >= minCalls);
}

/** The assigned successor first, then others by likeness; loosely kept numbers may only take successors that are left over. */
function rankSuccessors(old: number, freshs: readonly number[], compare: Compare, matching: Matching, isLoose: boolean): NumberChange[] {
  const taken = new Set(matching.values());
  const own = matching.get(old);
  return freshs
    .filter((fresh) => fresh !== old && (fresh === own || !isLoose || !taken.has(fresh)))
    .map((fresh) => ({ old, fresh, likeness: compare(old, fresh, matching), isAssigned: fresh === own, isOldStillUsed: isLoose }))
    .filter(({ likeness }) => likeness.contacts > 0)
    .sort((a, b) => Number(b.isAssigned) - Number(a.isAssigned) || b.likeness.score - a.likeness.score || a.fresh - b.fresh)
    .slice(0, perNumber);
}
