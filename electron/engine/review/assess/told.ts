// What a note tells beside identifiers: apps by name, sums of money, and when. Sums and times lead to transfers (`payments.ts`), apps to who is behind them.
import type { IdentifiedItem } from "../../../../shared/import/calls.ts";
import { extractBrief } from "../../../../shared/import/extractBrief.ts";
import { netidOf } from "../../../../shared/import/rows/netids.ts";
import { decimalOf } from "../../../../shared/model/money.ts";
import { defaultUtcOffset } from "../../../../shared/model/time.ts";
import { findMoments, momentText, type WrittenMoment } from "../../../../shared/review/assess/moments.ts";
import type { Masker } from "../../../../shared/review/masker.ts";
import type { JobContext } from "../../handler.ts";
import { knownOf } from "../../import/identifyPasted.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { listApps } from "../../store/sqlite/tables/clueTransfers.ts";
import type { EntityRecord } from "../../store/sqlite/tables/entity.ts";

export interface WrittenAmount {
  readonly start: number;
  readonly end: number;
  readonly fen: number;
  readonly currency: string;
}

export interface WrittenApp {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

export interface Told {
  readonly amounts: readonly WrittenAmount[];
  readonly moments: readonly WrittenMoment[];
  readonly apps: readonly WrittenApp[];
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

export const meets = (one: Place, other: Place): boolean => one.start < other.end && other.start < one.end;

/** Longer texts name their apps with the word App, or in quotes. */
const mostRead = 4000;
const [leastName, mostName] = [3, 8];

/** Names of apps that the workspace knows, wherever they stand: 在惠享购上做任务. The longer one where two overlap. */
function knownApps(db: ReadableDb, text: string): WrittenApp[] {
  const places = new Map<string, Place[]>();
  for (const run of text.slice(0, mostRead).matchAll(/[\p{Script=Han}\w]{3,}/gu))
    for (let at = 0; at + leastName <= run[0].length; at++)
      for (let length = leastName; length <= Math.min(mostName, run[0].length - at); length++) {
        const name = run[0].slice(at, at + length).toLowerCase();
        const start = run.index + at;
        places.set(name, [...(places.get(name) ?? []), { start, end: start + length }]);
      }
  const found = listApps(db, [...places.keys()]).flatMap(({ key }) => (places.get(key) ?? []).map((place) => ({ ...place, key })));
  const kept: WrittenApp[] = [];
  for (const one of found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start))
    if (!kept.some((other) => meets(one, other))) kept.push(one);
  return kept;
}

export function readTold({ db, clock }: Pick<JobContext, "db" | "clock">, text: string): Told {
  const findings = extractBrief(text);
  const named = findings.flatMap(({ kind, value, start, end }): WrittenApp[] => {
    const netid = kind === "app" ? netidOf(value, "app") : null;
    return netid === null ? [] : [{ start, end, key: netid.key }];
  });
  const known = knownApps(db, text).filter((one) => !findings.some((other) => meets(one, other)));
  return {
    amounts: findings.flatMap(({ kind, subtype, value, start, end }) =>
      kind === "money" ? [{ start, end, fen: Number(value), currency: subtype }] : [],
    ),
    moments: findMoments(text, { now: clock(), utcOffset: defaultUtcOffset }),
    apps: [...named, ...known].sort((a, b) => a.start - b.start),
  };
}

/** Apps as entities of the workspace, where it has them. */
export const appsOf = (db: ReadableDb, { apps }: Told): readonly EntityRecord[] =>
  apps.length === 0 ? [] : listApps(db, [...new Set(apps.map(({ key }) => key))]);

const none = { facts: {}, reason: null, doubt: null, known: null, entityKind: null, valid: true } as const;
const sure = 0.9;

export const amountText = ({ fen, currency }: Pick<WrittenAmount, "fen" | "currency">): string =>
  currency === "CNY" ? decimalOf(fen) : `${decimalOf(fen)} ${currency}`;

/** As items beside the identifiers of the text. */
export function toldItems(db: ReadableDb, text: string, { amounts, moments, apps }: Told, show: Masker): IdentifiedItem[] {
  const at = ({ start, end }: Place) => ({ ...none, text: text.slice(start, end), start, end, confidence: sure, rarityBits: 1 });
  return [
    ...apps.map((app) => ({ ...at(app), kind: "app", entityKind: "netid", normal: app.key, known: knownOf(db, "netid", app.key, show) })),
    ...amounts.map((amount) => ({ ...at(amount), kind: "amount", normal: amountText(amount) })),
    ...moments.map((moment) => ({ ...at(moment), kind: "moment", normal: momentText(moment, defaultUtcOffset) })),
  ];
}
