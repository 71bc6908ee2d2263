// How well the content of a column suits a kind of value, 0..1. Registry: one line a kind.
import type { ValueKind } from "../targets/target.ts";
import type { ColumnProfile } from "./profile.ts";

type Score = (profile: ColumnProfile) => number;

const scores: Readonly<Record<ValueKind, Score>> = {
  text: ({ share }) => 0.75 - 0.4 * Math.max(share.decimal, share.stamp),
  "long-text": ({ share, meanLength }) => Math.max(0.1, (meanLength > 8 ? 0.9 : 0.7) * notNumericShare(share.number)),
  name: ({ share }) => Math.max(share.name, 0.8 * share.words) * (1 - share.stamp - share.date),
  time: ({ share }) => Math.min(1, share.stamp + 0.9 * share.epoch + 0.7 * share.serial + 0.6 * share.date + 0.6 * share.monthDay),
  date: ({ share }) => Math.min(1, share.date + 0.9 * share.monthDay + 0.7 * share.serial + 0.35 * share.stamp),
  clock: ({ share }) => share.clock * (1 - isTimeShare(share.stamp, share.date)),
  duration: ({ share }) => share.duration,
  money: ({ share, isCounter }) => (isCounter ? 0 : share.money * (1 - Math.min(1, 0.9 * share.card + share.stamp + 0.6 * share.date))),
  number: ({ share }) => share.number,
  currency: ({ share, distinct, meanLength }) =>
    Math.max(share.currency, meanLength < 14 && distinct < 60 ? 0.45 * (1 - share.decimal) : 0),
  direction: ({ share, distinct }) => (distinct <= 8 ? share.direction : share.direction * 0.3),
  way: ({ share, distinct }) => (distinct <= 12 ? share.way : 0.2 * share.way),
  success: ({ share, distinct }) => (distinct <= 12 ? 0.9 - 0.5 * share.decimal : 0.3),
  account: ({ share }) => Math.max(share.account, 0.4 * share.digits) * (1 - Math.max(share.decimal, share.stamp)),
  phone: ({ share }) => Math.max(share.mobile, 0.85 * share.phone, 0.5 * share.account) * (1 - Math.max(share.decimal, share.stamp)),
  "identity-number": ({ share }) => Math.max(share.identity, 0.6 * share.account, 0.5 * share.digits),
  netid: ({ share }) => Math.max(0.9 * share.netid, 0.7 * share.words, 0.5),
  plate: ({ share }) => Math.max(share.plate, 0.5 * share.account),
  device: ({ share }) => Math.max(share.mac, share.imei, share.plate, 0.6),
  imei: ({ share }) => share.imei,
  imsi: ({ share }) => share.imei,
  ip: ({ share }) => share.ip,
  mac: ({ share }) => share.mac,
  address: ({ share }) => Math.max(share.address, 0.7 * share.words),
  longitude: ({ share }) => Math.max(share.degrees, 0.6 * share.number),
  latitude: ({ share }) => Math.max(share.degrees, 0.6 * share.number),
  code: ({ share, meanLength }) => (meanLength < 40 ? 0.8 : 0.2) * (1 - share.stamp),
  key: ({ share, distinct, filled, isCounter, meanLength }) =>
    (isCounter || meanLength > 80 ? 0.15 : 0.5 + 0.5 * Math.min(1, distinct / Math.max(1, filled))) *
    (1 - 0.7 * Math.max(share.stamp, share.decimal)),
  kind: ({ share, distinct, filled }) => (distinct <= Math.max(20, filled / 5) ? 0.9 : 0.3) * (1 - share.decimal),
  sex: ({ distinct, meanLength }) => (distinct <= 6 && meanLength < 8 ? 1 : 0.2),
  role: ({ distinct, share }) => (distinct <= 20 ? 0.9 : 0.2) * notNumericShare(share.number),
};

const notNumericShare = (number: number) => 1 - 0.8 * number;
const isTimeShare = (stamp: number, date: number) => Math.min(1, stamp + date);

/** Kinds whose cells must read as such. */
const strict = new Set<ValueKind>([
  "time",
  "date",
  "clock",
  "money",
  "duration",
  "number",
  "direction",
  "way",
  "longitude",
  "latitude",
  "ip",
  "mac",
  "imei",
  "imsi",
  "account",
  "phone",
  "identity-number",
  "plate",
]);
const leastShare = 0.35;
const emptyColumn = 0.55;

export function scoreContent(kind: ValueKind, profile: ColumnProfile): number {
  if (profile.filled === 0) return emptyColumn;
  const score = Math.max(0, Math.min(1, scores[kind](profile)));
  return strict.has(kind) && score < leastShare ? 0 : score;
}
