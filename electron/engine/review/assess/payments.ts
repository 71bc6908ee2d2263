// Transfers that a note may tell of: of its sum about its time, or of its sum from or to its accounts; also several of one payer that add up to it.
import { entityRef } from "../../../../shared/model/entity.ts";
import { defaultUtcOffset, isoTime } from "../../../../shared/model/time.ts";
import type { CluePayment, FittingPayment } from "../../../../shared/review/assess/clueEvents.ts";
import { momentText, type WrittenMoment } from "../../../../shared/review/assess/moments.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listEntitiesById, listSourceNames } from "../../store/sqlite/tables/clueFacts.ts";
import { type FitRow, readFitSlices } from "../../store/sqlite/tables/clueTransfers.ts";
import { SameAccounts } from "../../store/sqlite/tables/sameAccounts.ts";
import { idsOf } from "./clue.ts";
import type { Probe } from "./part.ts";
import { amountText, type WrittenAmount } from "./told.ts";

const hour = 3_600_000;
/** People are out by half an hour where they name an hour; where they name a day or a part of it, the words are wide enough. */
const slack = hour / 2;
const narrow = 4 * hour;
const mostAmounts = 5;
const mostMoments = 3;
const mostFits = 6;
const mostParts = 20;
const mostRows = 3;

interface Fit {
  readonly rows: readonly FitRow[];
  readonly isOwn: boolean;
  /** The nearest window that holds it. */
  readonly moment: WrittenMoment | null;
}

type Window = readonly [from: number, until: number];

const widened = ({ from, until }: WrittenMoment): Window => (until - from < narrow ? [from - slack, until + slack] : [from, until]);

const distance = ({ from, until }: WrittenMoment, at: number): number => Math.abs(at - (from + until) / 2);

function momentOf(moments: readonly WrittenMoment[], at: number | null): WrittenMoment | null {
  if (at === null) return null;
  const holding = moments.filter((one) => {
    const [from, until] = widened(one);
    return at >= from && at <= until;
  });
  return holding.sort((a, b) => distance(a, at) - distance(b, at))[0] ?? null;
}

/** Several of one payer within one window that come to the sum exactly. */
function sumsOf(rows: readonly FitRow[], { fen, currency }: WrittenAmount, moments: readonly WrittenMoment[]): FitRow[][] {
  return moments.flatMap((moment) => {
    const inside = rows.filter((row) => row.from !== null && row.currency === currency && momentOf([moment], row.at) !== null);
    return [...Map.groupBy(inside, ({ from }) => from).values()].filter(
      (own) => own.length > 1 && own.length <= mostParts && own.reduce((sum, row) => sum + row.fen, 0) === fen,
    );
  });
}

function fitsOf(rows: readonly FitRow[], amount: WrittenAmount, moments: readonly WrittenMoment[], own: ReadonlySet<number>): Fit[] {
  const singles = rows.filter((row) => row.fen === amount.fen && row.currency === amount.currency).map((row) => [row]);
  const isOwn = (all: readonly FitRow[]) => all.some(({ from, to }) => own.has(from ?? -1) || own.has(to ?? -1));
  const fits = [...singles, ...sumsOf(rows, amount, moments)].map(
    (all): Fit => ({
      rows: all.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.id - b.id),
      isOwn: isOwn(all),
      moment: momentOf(moments, all[0]!.at),
    }),
  );
  const far = ({ moment, rows: [first] }: Fit) => (moment === null ? Number.POSITIVE_INFINITY : distance(moment, first!.at!));
  return fits.sort(
    (a, b) => Number(b.isOwn) - Number(a.isOwn) || (far(a) === far(b) ? 0 : far(a) - far(b)) || b.rows[0]!.id - a.rows[0]!.id,
  );
}

function describeFit(db: ReadableDb, { rows, isOwn, moment }: Fit): FittingPayment {
  const sideOf = (side: "from" | "to") => {
    const told = rows.flatMap((row) => row[side] ?? []);
    const accounts = new SameAccounts();
    accounts.learn(db, told);
    const [entity, ...others] = listEntitiesById(db, [...new Set(told.map((id) => accounts.firstOf(id)))]);
    return entity === undefined || others.length > 0 ? null : { entity: entityRef(entity.kind, entity.key), label: entity.label };
  };
  const timeOf = ({ at, sourceId }: FitRow) => (at === null ? null : isoTime(at, listSourceNames(db, [sourceId])[0]?.utcOffset));
  return {
    payer: sideOf("from"),
    payee: sideOf("to"),
    count: rows.length,
    firstAt: timeOf(rows[0]!),
    lastAt: timeOf(rows.at(-1)!),
    isOwn,
    isInTime: moment !== null,
    sources: rows.slice(0, mostRows).map(({ sourceId, row, source, sheet }) => ({ sourceId, row, source, sheet })),
  };
}

export const findPayments: Probe<"payments"> = async ({ context: { db }, clue, pace }) => {
  const amounts = clue.told.amounts.filter((one, i, all) => all.findIndex((other) => other.fen === one.fen) === i).slice(0, mostAmounts);
  const told = clue.told.moments.filter(({ isNote }) => !isNote);
  const moments = (told.length > 0 ? told : clue.told.moments).slice(0, mostMoments);
  const accounts = idsOf(clue.entities.filter(({ kind }) => ["account", "person", "organisation"].includes(kind)));
  if (amounts.length === 0) return { items: [], why: null };
  if (moments.length + accounts.length === 0) return { items: [], why: "no-time" };
  const rows: FitRow[] = [];
  const question = { windows: moments.map(widened), fen: amounts.map(({ fen }) => fen), accounts };
  for (const slice of readFitSlices(db, question)) {
    rows.push(...slice);
    if (await pace.rest()) break;
  }
  const own = new Set(accounts);
  const items = amounts.map((amount): CluePayment => {
    const fits = fitsOf(rows, amount, moments, own);
    return {
      sum: amountText(amount),
      moments: moments.map((moment) => momentText(moment, defaultUtcOffset)),
      fits: fits.slice(0, mostFits).map((fit) => describeFit(db, fit)),
      count: fits.length,
    };
  });
  return { items, why: null };
};
