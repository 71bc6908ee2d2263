// Logins to offenders' accounts: those of one series often from one address; carrier addresses that everybody shares as noise.
import type { Account, CaseDraft, Series } from "./model.ts";
import type { Money } from "./money.ts";
import type { World } from "./world.ts";

export interface Login {
  readonly account: Account;
  readonly at: number;
  readonly address: string;
  readonly macAddress: string;
}

/** 100.64.0.0/10 is what carriers put their customers behind (RFC 6598). */
export const carrierAddresses = ["100.64.8.1", "100.64.8.2", "100.64.9.1", "100.65.2.1"] as const;

function seriesByAccount(cases: readonly CaseDraft[]): Map<Account, Series> {
  const found = new Map<Account, Series>();
  for (const { series } of cases) {
    if (series === null) continue;
    for (const account of [...series.payees, ...series.secondLevel]) if (!found.has(account)) found.set(account, series);
  }
  return found;
}

export function createLogins(world: World, cases: readonly CaseDraft[], money: Money): Login[] {
  const { chance, numbers, start, end } = world;
  const bySeries = seriesByAccount(cases);
  const machines = new Map<Series, string>();
  const logins: Login[] = [];
  for (const account of money.owners) {
    if (account.part === "victim" || !chance.happens(0.6)) continue;
    const series = bySeries.get(account);
    if (series && !machines.has(series)) machines.set(series, numbers.macAddress());
    const own = numbers.macAddress();
    const count = chance.int(3, 8);
    for (let i = 0; i < count; i++) {
      const isShared = series !== undefined && chance.happens(0.5);
      const at = Math.round((start + chance.next() * (end - start)) / 1000) * 1000;
      const address = isShared ? series.address : chance.happens(0.5) ? chance.pick(carrierAddresses) : numbers.address();
      logins.push({ account, at, address, macAddress: isShared && chance.happens(0.4) ? machines.get(series)! : own });
    }
  }
  return logins.sort((a, b) => a.at - b.at || (a.account.card < b.account.card ? -1 : 1));
}
