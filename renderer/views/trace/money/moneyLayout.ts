// Where the boxes and bands of a money trace stand: a column a level, heights and widths in proportion to the money. Pure.
import { fenOf } from "../../../../shared/model/money.ts";
import type { MoneyDocument, TracedAccount } from "../../../../shared/trace/moneyDocument.ts";

export interface MoneyBox {
  readonly key: string;
  readonly column: number;
  /** Percent of the height of the picture. */
  readonly top: number;
  readonly height: number;
  readonly fen: number;
  /** Null for a victim's case or for the rest of a column. */
  readonly account: TracedAccount | null;
  readonly case: string | null;
  /** Accounts gathered in this box: 1, or those that were too many to be drawn. */
  readonly count: number;
  readonly ends: Ends;
}

/** What stays at an account, 1/100 of the currency. */
export interface Ends {
  readonly held: number;
  readonly withdrawn: number;
  readonly left: number;
}

export interface MoneyBand {
  readonly from: string;
  readonly to: string;
  readonly fen: number;
  /** Percent of the height, at either end. */
  readonly fromTop: number;
  readonly fromHeight: number;
  readonly toTop: number;
  readonly toHeight: number;
}

export interface MoneyColumn {
  readonly level: number;
  readonly accounts: number;
}

export interface MoneyPicture {
  readonly columns: readonly MoneyColumn[];
  readonly boxes: readonly MoneyBox[];
  readonly bands: readonly MoneyBand[];
}

const boxesInColumn = 9;
const levelsDrawn = 4;
/** Percent between boxes, and the least height of one, so that it holds two lines. */
const gap = 1.6;
const minHeight = 7.5;
const rest = (level: number) => `rest ${level}`;
const caseKey = (number: string | null) => `case ${number ?? ""}`;

interface Draft {
  readonly key: string;
  readonly column: number;
  fen: number;
  readonly account: TracedAccount | null;
  readonly case: string | null;
  count: number;
  ends: Ends;
}

const noEnds: Ends = { held: 0, withdrawn: 0, left: 0 };
const addEnds = (a: Ends, b: Ends): Ends => ({ held: a.held + b.held, withdrawn: a.withdrawn + b.withdrawn, left: a.left + b.left });

export function layOutMoney(money: MoneyDocument): MoneyPicture {
  const { boxOf, drafts } = gatherBoxes(money);
  const seedCase = new Map(money.seeds.map((seed) => [seed.transfer, seed.case]));
  const sums = new Map<string, { from: string; to: string; fen: number }>();
  for (const { transfer, from, to, traced } of money.flows) {
    const source = boxOf.get(seedCase.has(transfer) ? caseKey(seedCase.get(transfer) ?? null) : (from ?? ""));
    const sink = boxOf.get(to ?? "");
    if (source === undefined || sink === undefined) continue;
    if (drafts.get(source)!.column >= drafts.get(sink)!.column) continue;
    const known = sums.get(`${source}|${sink}`);
    if (known) known.fen += fenOf(traced)!;
    else sums.set(`${source}|${sink}`, { from: source, to: sink, fen: fenOf(traced)! });
  }
  const boxes = stack([...drafts.values()]);
  return { columns: columnsOf(money), boxes, bands: placeBands([...sums.values()], boxes) };
}

type Drafts = Map<string, Draft>;

/** Column 0: victims' cases; then the accounts of each level. The largest are drawn, the others of a column stand as one box. */
function gatherBoxes(money: MoneyDocument) {
  const drafts: Drafts = new Map();
  const boxOf = new Map<string, string>();
  gatherCases(money, drafts, boxOf);
  const withdrawn = sumWithdrawn(money);
  for (let level = 1; level <= levelsDrawn; level++) {
    const accounts = money.accounts.filter((one) => Math.min(one.level, levelsDrawn) === level);
    const drafted = accounts.map((account): Draft => {
      const fen = fenOf(account.received)!;
      return { key: account.entity, column: level, fen, account, case: null, count: 1, ends: endsOf(account, withdrawn) };
    });
    addColumn(drafted, drafts, boxOf);
  }
  return { drafts, boxOf };
}

function gatherCases({ seeds }: MoneyDocument, drafts: Drafts, boxOf: Map<string, string>): void {
  const cases = new Map<string, Draft>();
  for (const { case: number, amount } of seeds) {
    const key = caseKey(number);
    const known = cases.get(key) ?? { key, column: 0, fen: 0, account: null, case: number, count: 0, ends: noEnds };
    known.fen += fenOf(amount)!;
    known.count += 1;
    cases.set(key, known);
  }
  addColumn([...cases.values()], drafts, boxOf);
}

/** The largest for themselves; what would be one more box of others stays a box of its own. */
function addColumn(own: readonly Draft[], drafts: Drafts, boxOf: Map<string, string>): void {
  const sorted = own.toSorted((a, b) => b.fen - a.fen);
  const drawn = sorted.length <= boxesInColumn + 1 ? sorted.length : boxesInColumn;
  sorted.forEach((draft, place) => {
    const key = place < drawn ? draft.key : rest(draft.column);
    boxOf.set(draft.key, key);
    const known = drafts.get(key);
    if (!known) drafts.set(key, place < drawn ? draft : { ...draft, key, account: null, case: null, count: 1 });
    else {
      known.fen += draft.fen;
      known.count += 1;
      known.ends = addEnds(known.ends, draft.ends);
    }
  });
}

function endsOf({ entity, held, outcome }: TracedAccount, withdrawn: ReadonlyMap<string, number>): Ends {
  const fen = fenOf(held)!;
  return { held: outcome === "held" ? fen : 0, left: outcome === "left" ? fen : 0, withdrawn: withdrawn.get(entity) ?? 0 };
}

/** Traced money that left each account by cash, terminals, exchanges. */
function sumWithdrawn({ accounts, flows }: MoneyDocument): Map<string, number> {
  const reached = new Set(accounts.map(({ entity }) => entity));
  const sums = new Map<string, number>();
  for (const { from, to, traced } of flows)
    if (from !== null && reached.has(from) && (to === null || !reached.has(to))) sums.set(from, (sums.get(from) ?? 0) + fenOf(traced)!);
  return sums;
}

const columnsOf = ({ accounts }: MoneyDocument): MoneyColumn[] => {
  const deepest = Math.min(
    levelsDrawn,
    accounts.reduce((most, { level }) => Math.max(most, level), 0),
  );
  return Array.from({ length: deepest }, (_, i) => ({
    level: i + 1,
    accounts: accounts.filter(({ level }) => Math.min(level, levelsDrawn) === i + 1).length,
  }));
};

/** Heights in proportion within a column, none too small to read, all of them within the picture. */
function stack(drafts: readonly Draft[]): MoneyBox[] {
  const columns = Map.groupBy(drafts, ({ column }) => column);
  return [...columns.values()].flatMap((own) => {
    const sorted = own.toSorted((a, b) => Number(a.key === rest(a.column)) - Number(b.key === rest(b.column)) || b.fen - a.fen);
    const room = 100 - gap * (sorted.length - 1);
    const least = Math.min(minHeight, room / sorted.length);
    const total = sorted.reduce((sum, { fen }) => sum + fen, 0) || 1;
    const spare = Math.max(0, room - least * sorted.length);
    let top = 0;
    return sorted.map((draft): MoneyBox => {
      const height = least + (spare * draft.fen) / total;
      const box = { ...draft, top, height };
      top += height + gap;
      return box;
    });
  });
}

function placeBands(
  sums: readonly { readonly from: string; readonly to: string; readonly fen: number }[],
  boxes: readonly MoneyBox[],
): MoneyBand[] {
  const byKey = new Map(boxes.map((box) => [box.key, box]));
  const outgoing = new Map<string, number>();
  const incoming = new Map<string, number>();
  const sorted = sums.toSorted((a, b) => byKey.get(a.from)!.top - byKey.get(b.from)!.top || byKey.get(a.to)!.top - byKey.get(b.to)!.top);
  return sorted.map(({ from, to, fen }) => {
    const [source, sink] = [byKey.get(from)!, byKey.get(to)!];
    const fromHeight = (source.height * fen) / Math.max(source.fen, fen);
    const toHeight = (sink.height * fen) / Math.max(sink.fen, fen);
    const band = {
      from,
      to,
      fen,
      fromTop: source.top + (outgoing.get(from) ?? 0),
      fromHeight,
      toTop: sink.top + (incoming.get(to) ?? 0),
      toHeight,
    };
    outgoing.set(from, (outgoing.get(from) ?? 0) + fromHeight);
    incoming.set(to, (incoming.get(to) ?? 0) + toHeight);
    return band;
  });
}

/** Boxes up- and downstream of one, itself included. */
export function streamOf({ bands }: MoneyPicture, key: string): ReadonlySet<string> {
  const reached = new Set([key]);
  const walk = (start: string, next: (at: string) => readonly string[]) => {
    const waiting = [start];
    for (const at of waiting)
      for (const other of next(at))
        if (!reached.has(other)) {
          reached.add(other);
          waiting.push(other);
        }
  };
  walk(key, (at) => bands.filter(({ from }) => from === at).map(({ to }) => to));
  walk(key, (at) => bands.filter(({ to }) => to === at).map(({ from }) => from));
  return reached;
}
