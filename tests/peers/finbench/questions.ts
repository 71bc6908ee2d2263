// The read queries 1, 3, 4, 5, 6, 7 and 12 of the LDBC FinBench transaction workload, answered from a bank read into columns.
// Windows are open on both sides; at every step at most `limit` transfers of an account are followed, in the stated order.
import type { Bank, Move } from "./bank.ts";

export interface Window {
  readonly after: number;
  readonly before: number;
  readonly limit: number;
  readonly isDescending: boolean;
}

export type Answer = Readonly<Record<string, string | number | readonly string[]>>;

/** Ids are whole numbers of up to 64 bits, written as text. */
export const byId = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
const units = (fen: number) => fen / 100;
const sum = (moves: readonly Move[]) => moves.reduce((all, { fen }) => all + fen, 0);
const most = (moves: readonly Move[]) => moves.reduce((best, { fen }) => Math.max(best, fen), 0);

function within(moves: readonly Move[] | undefined, { after, before, limit, isDescending }: Window): readonly Move[] {
  const inside = (moves ?? []).filter(({ at }) => at > after && at < before);
  if (inside.length <= limit) return inside;
  return isDescending ? inside.slice(-limit) : inside.slice(0, limit);
}

/** Every trail of at most three transfers, each later than the one before. */
function* trails(bank: Bank, from: string, window: Window, trail: readonly Move[] = []): Generator<readonly Move[]> {
  const since = trail.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  for (const move of within(bank.sent.get(from), window)) {
    if (move.at <= since) continue;
    const longer = [...trail, move];
    yield longer;
    if (longer.length < 3) yield* trails(bank, move.to, window, longer);
  }
}

/** 1: accounts up to three ascending transfers away that a blocked medium signed in to. */
export function findBlockedMedia(bank: Bank, id: string, window: Window): Answer[] {
  const distances = new Map<string, Set<number>>();
  for (const trail of trails(bank, id, window)) {
    const other = trail.at(-1)!.to;
    const known = distances.get(other);
    if (known) known.add(trail.length);
    else distances.set(other, new Set([trail.length]));
  }
  const answers = new Map<string, { otherId: string; accountDistance: number; mediumId: string; mediumType: string }>();
  for (const [otherId, steps] of distances)
    for (const { medium, type, at } of bank.blocked.get(otherId) ?? []) {
      if (at <= window.after || at >= window.before) continue;
      for (const accountDistance of steps)
        answers.set(`${otherId} ${accountDistance} ${medium}`, { otherId, accountDistance, mediumId: medium, mediumType: type });
    }
  return [...answers.values()].sort(
    (a, b) => a.accountDistance - b.accountDistance || byId(a.otherId, b.otherId) || byId(a.mediumId, b.mediumId),
  );
}

/** 3: transfers of the shortest directed path; −1 without one. */
export function measureShortestPath(bank: Bank, from: string, to: string, window: Window): Answer[] {
  const seen = new Set([from]);
  let front = [from];
  for (let length = 0; front.length > 0; length++) {
    if (front.includes(to)) return [{ shortestPathLength: length }];
    const next: string[] = [];
    for (const account of front)
      for (const { to: other } of within(bank.sent.get(account), window))
        if (!seen.has(other)) {
          seen.add(other);
          next.push(other);
        }
    front = next;
  }
  return [{ shortestPathLength: -1 }];
}

/** 4: third accounts that close a cycle over a transfer from the first to the second. */
export function findCycles(bank: Bank, source: string, target: string, window: Window): Answer[] {
  if (!within(bank.sent.get(source), window).some(({ to }) => to === target)) return [];
  const back = within(bank.received.get(source), window);
  const on = within(bank.sent.get(target), window);
  const others = [...new Set(back.map(({ from }) => from))].filter((other) => on.some(({ to }) => to === other));
  return others
    .map((otherId) => ({ otherId, two: back.filter(({ from }) => from === otherId), three: on.filter(({ to }) => to === otherId) }))
    .sort((a, b) => sum(b.two) - sum(a.two) || sum(b.three) - sum(a.three) || byId(a.otherId, b.otherId))
    .map(({ otherId, two, three }) => ({
      otherId,
      numEdge2: two.length,
      sumEdge2Amount: units(sum(two)),
      maxEdge2Amount: units(most(two)),
      numEdge3: three.length,
      sumEdge3Amount: units(sum(three)),
      maxEdge3Amount: units(most(three)),
    }));
}

/** 5: ascending trails without a repeated account from any account of a person, longest first. */
export function listTrails(bank: Bank, person: string, window: Window): Answer[] {
  const found = new Map<string, readonly string[]>();
  for (const account of bank.accountsOf.get(person) ?? [])
    for (const trail of trails(bank, account, window)) {
      const path = [account, ...trail.map(({ to }) => to)];
      if (new Set(path).size === path.length) found.set(path.join(" "), path);
    }
  const byPath = (a: readonly string[], b: readonly string[]) => {
    const place = a.findIndex((id, i) => id !== b[i]);
    return b.length - a.length || (place < 0 ? 0 : byId(a[place]!, b[place]!));
  };
  return [...found.values()].sort(byPath).map((path) => ({ path }));
}

/** 6: accounts with more than three larger transfers in that then withdrew to a card. */
export function findWithdrawals(bank: Bank, card: string, thresholds: readonly [number, number], window: Window): Answer[] {
  const out = within(bank.withdrawn.get(card), window).filter(({ fen }) => fen > thresholds[1]);
  return [...new Set(out.map(({ from }) => from))]
    .map((midId) => ({
      midId,
      one: within(bank.received.get(midId), window).filter(({ fen }) => fen > thresholds[0]),
      two: out.filter(({ from }) => from === midId),
    }))
    .filter(({ one }) => one.length > 3)
    .sort((a, b) => sum(b.two) - sum(a.two) || byId(a.midId, b.midId))
    .map(({ midId, one, two }) => ({ midId, sumEdge1Amount: units(sum(one)), sumEdge2Amount: units(sum(two)) }));
}

/** 7: payers and payees of an account, and what came in for each unit that went out (three decimals); −1 when nothing did. */
export function measureInAndOut(bank: Bank, id: string, threshold: number, window: Window): Answer[] {
  const into = within(bank.received.get(id), window).filter(({ fen }) => fen > threshold);
  const out = within(bank.sent.get(id), window).filter(({ fen }) => fen > threshold);
  const ratio = out.length === 0 ? -1 : Math.round((sum(into) / sum(out)) * 1000) / 1000;
  return [{ numSrc: new Set(into.map(({ from }) => from)).size, numDst: new Set(out.map(({ to }) => to)).size, inOutRatio: ratio }];
}

/** 12: what a person's accounts paid to accounts of companies. */
export function sumToCompanies(bank: Bank, person: string, window: Window): Answer[] {
  const paid = new Map<string, number>();
  for (const account of bank.accountsOf.get(person) ?? [])
    for (const { to, fen } of within(bank.sent.get(account), window))
      if (bank.companyAccounts.has(to)) paid.set(to, (paid.get(to) ?? 0) + fen);
  return [...paid]
    .sort(([a, x], [b, y]) => y - x || byId(a, b))
    .map(([compAccountId, fen]) => ({ compAccountId, sumEdge2Amount: units(fen) }));
}
