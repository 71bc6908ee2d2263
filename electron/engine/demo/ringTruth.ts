// The rings that were planted: who belongs to each and in which role, what it uses, who sold to it, when it was at work.
import type { County } from "./county.ts";
import type { Account, CaseDraft, Person, Ring, RingRole, Series } from "./model.ts";

export interface TruthMember {
  readonly person: string;
  readonly name: string;
  readonly phone: string;
  readonly role: RingRole;
}

export interface TruthRing {
  readonly id: string;
  readonly series: readonly string[];
  /** Each person once, in the first role that he has. */
  readonly members: readonly TruthMember[];
  readonly accounts: readonly {
    readonly ref: string;
    readonly role: "mule" | "second-level" | "cash-out";
    readonly series: readonly string[];
  }[];
  readonly phones: readonly string[];
  readonly devices: readonly string[];
  /** Who sold a card or a number and may know nothing else of the ring. */
  readonly sellers: readonly { readonly person: string; readonly name: string; readonly sold: readonly string[] }[];
}

export const accountRef = (account: Account): string => `account:${account.card}`;
export const personRef = (person: Pick<Person, "identityNumber">): string => `person:${person.identityNumber}`;
export const phoneRef = (phone: string): string => `phone:${phone}`;
export const deviceRef = (imei: string): string => `device:${imei}`;

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** First-level accounts of the ring's cases, those of one case only too; and what such a case passed on to. */
function accountsOf(ring: Ring, cases: readonly CaseDraft[]) {
  const own = cases.filter(({ series }) => series !== null && ring.series.includes(series));
  return {
    mules: distinct([...ring.series.flatMap((one) => one.payees), ...own.flatMap((draft) => draft.payees)]),
    collectors: distinct([...ring.series.flatMap((one) => one.secondLevel), ...own.flatMap((draft) => draft.ownSecondLevel)]),
    usersOf: (account: Account): Series[] =>
      ring.series.filter(
        (one) =>
          one.payees.includes(account) ||
          one.secondLevel.includes(account) ||
          own.some((draft) => draft.series === one && [...draft.payees, ...draft.ownSecondLevel].includes(account)),
      ),
  };
}

const memberOf = (role: RingRole, { identityNumber, holder, phone }: Account): TruthMember => ({
  person: personRef({ identityNumber }),
  name: holder,
  phone: phoneRef(phone),
  role,
});

function membersOf(ring: Ring, mules: readonly Account[], collectors: readonly Account[]): TruthMember[] {
  const all = [
    ...ring.members.map(
      ({ person, role }): TruthMember => ({ person: personRef(person), name: person.name, phone: phoneRef(person.phone), role }),
    ),
    ...collectors.map((account) => memberOf("collector", account)),
    ...mules.map((account) => memberOf("mule", account)),
  ];
  return [...new Map(all.toReversed().map((member) => [member.person, member])).values()].reverse();
}

export function ringTruths({ offenders, cases }: County): TruthRing[] {
  return offenders.rings.map((ring) => {
    const { mules, collectors, usersOf } = accountsOf(ring, cases);
    const lines = ring.series.flatMap((one) => one.callers);
    const tell = (accounts: readonly Account[], role: TruthRing["accounts"][number]["role"], users: (account: Account) => Series[]) =>
      accounts.map((account) => ({ ref: accountRef(account), role, series: users(account).map((one) => one.id) }));
    return {
      id: ring.id,
      series: ring.series.map((one) => one.id).sort(),
      members: membersOf(ring, mules, collectors),
      accounts: [
        ...tell(mules, "mule", usersOf),
        ...tell(collectors, "second-level", usersOf),
        ...tell(ring.cashOut, "cash-out", () => ring.series.filter((one) => one.isFraud)),
      ],
      phones: lines.map((line) => phoneRef(line.phone)),
      devices: distinct(lines.map((line) => deviceRef(line.imei))),
      sellers: [
        ...mules.map((account) => ({ person: personRef(account), name: account.holder, sold: [accountRef(account)] })),
        ...ring.sales.map(({ person, lines: sold }) => ({
          person: personRef(person),
          name: person.name,
          sold: sold.map(({ phone }) => phoneRef(phone)),
        })),
      ],
    };
  });
}
