// How long ago the victims' last transfer was, and how much of all of it is still within reach. Pure.
import { fenOf } from "../../../../shared/model/money.ts";
import type { MoneyDocument } from "../../../../shared/trace/moneyDocument.ts";

export interface WatchTime {
  /** Seconds since the last seed; never negative. */
  readonly seconds: number;
  /** 0..1: money known to lie on accounts still, for their records are here, of all that was sent. */
  readonly held: number;
  /** 0..1: money last seen on accounts whose records are not here. It may lie there still: the stop list has both. */
  readonly unseen: number;
  /** first: a stop works best; open: within the 48 hours of a stop; late: after them. */
  readonly phase: "first" | "open" | "late";
}

const firstSeconds = 30 * 60;
const openSeconds = 48 * 3600;

/** null: no seed tells its time. */
export function readWatch(
  { seeds, seedAmount, accounted, next }: Pick<MoneyDocument, "seeds" | "seedAmount" | "accounted" | "next">,
  now: number,
): WatchTime | null {
  const times = seeds.flatMap(({ at }) => (at === null ? [] : [Date.parse(at)]));
  if (times.length === 0) return null;
  const seconds = Math.max(0, Math.floor((now - Math.max(...times)) / 1000));
  const sent = fenOf(seedAmount)!;
  const unseen = next.reduce((all, { reason, amount }) => all + (reason === "records-missing" ? fenOf(amount)! : 0), 0);
  return {
    seconds,
    held: sent === 0 ? 0 : fenOf(accounted.held)! / sent,
    unseen: sent === 0 ? 0 : unseen / sent,
    phase: seconds <= firstSeconds ? "first" : seconds <= openSeconds ? "open" : "late",
  };
}

/** 00:27:05 within two days, days and hours afterwards. */
export function splitElapsed(seconds: number): { readonly clock: string } | { readonly days: number; readonly hours: number } {
  const hours = Math.floor(seconds / 3600);
  if (seconds > openSeconds) return { days: Math.floor(hours / 24), hours: hours % 24 };
  const two = (value: number) => String(value).padStart(2, "0");
  return { clock: `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` };
}
