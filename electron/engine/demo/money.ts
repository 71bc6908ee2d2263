// The ways of the money: victims pay first-level accounts, which pass it on within minutes; level by level to cash; and everyday noise.
import type { Chance } from "./chance.ts";
import { day, hour, minute, startOfDay } from "./clock.ts";
import type { Account, CaseDraft, Ring, Transfer } from "./model.ts";
import { createAccount, createPerson, settlementAccounts } from "./people.ts";
import type { World } from "./world.ts";

export interface Money {
  readonly transfers: readonly Transfer[];
  /** Accounts of which a bank has given the statement. */
  readonly owners: readonly Account[];
}

interface Ledger {
  readonly world: World;
  readonly transfers: Transfer[];
}

type Details = Partial<Pick<Transfer, "memo" | "channel" | "state" | "address" | "reference">>;

function book(ledger: Ledger, at: number, from: Account | null, to: Account | null, amountFen: number, details: Details = {}): Transfer {
  const transfer: Transfer = {
    at,
    from,
    to,
    amountFen,
    memo: "",
    channel: "手机银行",
    state: "done",
    address: "",
    reference: ledger.world.numbers.serial(),
    ...details,
  };
  ledger.transfers.push(transfer);
  return transfer;
}

const inHundreds = (fen: number): number => Math.max(100, Math.round(fen / 10_000) * 10_000);

/** Cuts an amount into parts that add up to it. */
function split(chance: Chance, amountFen: number, parts: number): number[] {
  const result: number[] = [];
  let rest = amountFen;
  for (let i = parts; i > 1; i--) {
    const part = Math.min(rest - 100, inHundreds((rest / i) * (0.7 + 0.6 * chance.next())));
    if (part <= 0) break;
    result.push(part);
    rest -= part;
  }
  return [...result, rest];
}

function payVictims(ledger: Ledger, draft: CaseDraft): void {
  const { chance } = ledger.world;
  if (draft.victimAccount === null || draft.payees.length === 0) return;
  const receivers = draft.settlement ? [...draft.payees, draft.settlement] : draft.payees;
  const parts = split(chance, draft.lossFen, Math.max(receivers.length, chance.int(1, draft.lossFen > 3_000_000 ? 4 : 2)));
  const step = (draft.until - draft.at) / (parts.length + 1);
  draft.payments = parts.map((part, i) => {
    const at = Math.round((draft.at + step * (i + 0.5 + 0.4 * chance.next())) / 1000) * 1000;
    const payee = receivers[i % receivers.length]!;
    if (chance.happens(0.04)) book(ledger, at - 40_000, draft.victimAccount, payee, part, { state: "failed", memo: "转账" });
    const payment = book(ledger, at, draft.victimAccount, payee, part, { memo: chance.pick(["转账", "货款", "还款", "保证金", ""]) });
    if (chance.happens(0.02)) reverse(ledger, payment);
    return payment;
  });
}

/** A transfer booked twice and the second booking cancelled (冲正): the sum stays as it was. */
function reverse(ledger: Ledger, payment: Transfer): void {
  const { at, from, to, amountFen } = payment;
  book(ledger, at + 60_000, from, to, amountFen, { memo: payment.memo });
  book(ledger, at + 150_000, from, to, amountFen, { memo: "冲正", state: "reversal" });
}

function secondLevelOf(world: World, draft: CaseDraft): readonly Account[] {
  const { chance, numbers, geography } = world;
  if (draft.series && (draft.thin === "" || draft.thin === "second-level" || draft.thin === "payee")) return draft.series.secondLevel;
  const own = createAccount(chance, numbers, createPerson(chance, numbers, geography), "level2");
  draft.ownSecondLevel.push(own);
  return [own];
}

function passOn(ledger: Ledger, payment: Transfer, targets: readonly Account[], cashOut: readonly Account[], address: string): void {
  const { chance } = ledger.world;
  const kept = 0.95 + 0.05 * chance.next();
  const parts = split(chance, inHundreds(payment.amountFen * kept) || payment.amountFen, chance.int(1, 3));
  let at = payment.at + chance.int(2, 20) * minute;
  for (const part of parts) {
    const target = chance.pick(targets);
    book(ledger, at, payment.to, target, part, { memo: chance.pick(["转账", "往来", ""]), address });
    passFurther(ledger, target, part, at + chance.int(3, 30) * minute, cashOut, address);
    at += chance.int(1, 6) * minute;
  }
}

function passFurther(ledger: Ledger, from: Account, amountFen: number, at: number, cashOut: readonly Account[], address: string): void {
  const { chance } = ledger.world;
  if (cashOut.length === 0 || chance.happens(0.15)) {
    book(ledger, at, from, chance.pick(settlementAccounts), amountFen, { memo: "快捷支付", channel: "网上支付" });
    return;
  }
  const exit = chance.pick(cashOut);
  book(ledger, at, from, exit, amountFen, { memo: "转账", address });
  const drawn = Math.min(2_000_000, Math.floor(amountFen / 10_000) * 10_000);
  if (drawn > 0) book(ledger, at + chance.int(8, 50) * minute, exit, null, drawn, { memo: "ATM取款", channel: "现金" });
}

function followCase(ledger: Ledger, draft: CaseDraft, rings: ReadonlyMap<string, Ring>): void {
  const { world } = ledger;
  payVictims(ledger, draft);
  const targets = secondLevelOf(world, draft);
  const ring = draft.series ? rings.get(draft.series.ringId) : undefined;
  const cashOut = ring && draft.thin !== "phone" && draft.thin !== "app" ? ring.cashOut : [];
  const address = draft.series && world.chance.happens(0.7) ? draft.series.address : "";
  for (const payment of draft.payments) {
    if (payment.to && payment.to.part !== "settlement" && !world.chance.happens(0.06)) passOn(ledger, payment, targets, cashOut, address);
  }
}

/** Merchants, employers and friends of a county: where ordinary money goes. */
function createMerchants(world: World): readonly Account[] {
  const { chance, numbers, geography } = world;
  const kinds = ["超市", "便利店", "药房", "餐饮店", "加油站", "服装店", "水果店", "电力公司", "自来水公司", "物业公司"];
  return Array.from({ length: 60 }, (_, i) => {
    const owner = createPerson(chance, numbers, geography);
    const account = createAccount(chance, numbers, owner, "other");
    return { ...account, holder: `${geography.city.slice(0, 2)}${owner.name.slice(0, 1)}记${kinds[i % kinds.length]}`, identityNumber: "" };
  });
}

function liveOn(ledger: Ledger, account: Account, merchants: readonly Account[], rows: number): void {
  const { chance, start, end } = ledger.world;
  const friends = chance.sample(merchants, 6);
  for (let i = 0; i < rows; i++) {
    const at = startOfDay(start + Math.floor(chance.next() * (end - start - day))) + Math.round((8 + 13 * chance.next()) * 3600) * 1000;
    const isPlatform = chance.happens(0.55);
    const amount = Math.max(100, Math.round(30 * Math.exp(1.1 * chance.normal()) * 100));
    if (isPlatform)
      book(ledger, at, account, chance.pick(settlementAccounts), amount, {
        memo: chance.pick(["消费", "快捷支付", "扫码付款", "外卖"]),
        channel: "网上支付",
      });
    else if (chance.happens(0.8)) book(ledger, at, account, chance.pick(friends), amount, { memo: "消费", channel: "POS" });
    else book(ledger, at, null, account, inHundreds(amount * 8), { memo: "现金存入", channel: "现金" });
  }
  for (let month = 0; month < 6; month++) {
    book(
      ledger,
      startOfDay(start + (month * 30 + 14) * day) + 9 * hour,
      friends[0]!,
      account,
      inHundreds(500_000 + chance.int(0, 400_000)),
      { memo: "工资" },
    );
  }
}

export function createMoney(world: World, cases: readonly CaseDraft[], rings: readonly Ring[]): Money {
  const { chance } = world;
  const ledger: Ledger = { world, transfers: [] };
  const byId = new Map(rings.map((ring) => [ring.id, ring]));
  for (const draft of cases) followCase(ledger, draft, byId);
  const owners = pickOwners(chance, ledger.transfers, cases);
  const merchants = createMerchants(world);
  for (const owner of owners) {
    if (owner.part === "victim") liveOn(ledger, owner, merchants, chance.int(60, 140));
    else if (chance.happens(0.4)) liveOn(ledger, owner, merchants, chance.int(15, 60));
  }
  ledger.transfers.sort((a, b) => a.at - b.at || (a.reference < b.reference ? -1 : 1));
  return { transfers: ledger.transfers, owners };
}

/** Most accounts of offenders were asked for; of the victims only some. */
function pickOwners(chance: Chance, transfers: readonly Transfer[], cases: readonly CaseDraft[]): Account[] {
  const shares: Readonly<Record<Account["part"], number>> = {
    level1: 1,
    level2: 0.9,
    level3: 0.5,
    "cash-out": 0.6,
    victim: 0.12,
    other: 0,
    settlement: 0,
  };
  const lastNight = new Set(cases.filter((draft) => draft.isLastNight).map((draft) => draft.victimAccount));
  const seen = new Set<Account>();
  const owners: Account[] = [];
  for (const { from, to } of transfers) {
    for (const account of [from, to]) {
      if (account === null || seen.has(account)) continue;
      seen.add(account);
      if (lastNight.has(account) || chance.happens(shares[account.part])) owners.push(account);
    }
  }
  return owners;
}
