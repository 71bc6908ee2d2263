// What ties a ring to things: who sold it the numbers it uses, who takes the money in, who drives its car, who signs in to its pages and chats.
import { hour } from "./clock.ts";
import type { Account, CaseDraft, Line, Person, PhoneSale, Ring } from "./model.ts";
import { createPerson } from "./people.ts";
import type { World } from "./world.ts";

/** A net identity that signs in from an address and a handset. */
export interface NetLogin {
  readonly name: string;
  readonly at: number;
  readonly address: string;
  readonly imei: string;
}

/** Who is registered for a number, or for a vehicle. */
export interface Registered {
  readonly thing: string;
  readonly owner: Person;
  readonly since: number;
}

/** Sellers have one to three numbers of one series in their name, no two for one handset. */
function sellNumbers(world: World, lines: readonly Line[]): PhoneSale[] {
  const { roles, numbers, geography } = world;
  const sales: { readonly person: Person; readonly lines: Line[]; left: number }[] = [];
  for (const line of lines) {
    const free = sales.find((sale) => sale.left > 0 && sale.lines.every(({ imei }) => imei !== line.imei));
    if (free) {
      free.lines.push(line);
      free.left -= 1;
    } else sales.push({ person: createPerson(roles, numbers, geography), lines: [line], left: roles.int(0, 2) });
  }
  return sales;
}

const heldBy = (account: Account, { name, identityNumber, phone }: Person): Account => ({
  ...account,
  holder: name,
  identityNumber,
  phone,
});

/** Before the cases are made up: the collector holds an account of the second level, and numbers are bought. */
export function equipRing(world: World, ring: Ring): void {
  const collector = ring.members.find(({ role }) => role === "collector")?.person;
  const [first] = ring.series.filter((one) => one.isFraud);
  if (collector && first) first.secondLevel.splice(0, 1, heldBy(first.secondLevel[0]!, collector));
  const own = new Set(ring.members.map(({ person }) => person.phone));
  for (const series of ring.series) {
    const bought = series.callers.filter(({ phone }) => !own.has(phone));
    ring.sales.push(...sellNumbers(world, bought));
  }
}

/** Support signs in to the pages of the frauds, callers to the chats that lure. */
export function createNetLogins(world: World, rings: readonly Ring[]): NetLogin[] {
  const { roles, numbers } = world;
  const logins: NetLogin[] = [];
  const signIn = (name: string, imei: string, address: string, [from, until]: readonly [number, number], count: number): void => {
    for (let i = 0; i < count; i++) {
      const at = Math.round((from + roles.next() * (until - from)) / 1000) * 1000;
      logins.push({ name, at, imei, address: roles.happens(0.6) ? address : numbers.address() });
    }
  };
  for (const ring of rings) {
    const support = ring.members.find(({ role }) => role === "technical support")?.person;
    for (const series of ring.series.filter((one) => one.isFraud)) {
      const life = [series.times[0]! - 72 * hour, series.times.at(-1)! + hour] as const;
      if (support) for (const domain of series.domains) signIn(domain, support.imei, series.address, life, roles.int(3, 7));
      series.lures.forEach((lure, i) => {
        const caller = series.persons[i % 2]!;
        if (roles.happens(0.7)) signIn(lure, series.callers[i % 2]?.imei ?? caller.imei, series.address, life, roles.int(3, 8));
      });
    }
  }
  return logins.sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}

/** Most of those whose numbers stand on bills were asked for, and many that have nothing to do with it. */
export function createSubscribers(world: World, rings: readonly Ring[], cases: readonly CaseDraft[]): Registered[] {
  const { roles, numbers, geography, start } = world;
  const found = new Map<string, Registered>();
  const add = (phone: string, owner: Person, share: number): void => {
    if (!found.has(phone) && roles.happens(share))
      found.set(phone, { thing: phone, owner, since: start - roles.int(40, 2400) * 24 * hour });
  };
  for (const ring of rings) {
    for (const { person, lines } of ring.sales) for (const { phone } of lines) add(phone, person, 0.92);
    for (const { person } of ring.members) add(person.phone, person, 0.92);
  }
  for (const { victim } of cases) add(victim.phone, victim, 0.15);
  for (let i = 0; i < cases.length / 6; i++) {
    const stranger = createPerson(roles, numbers, geography);
    add(stranger.phone, stranger, 1);
  }
  return roles.sample([...found.values()], found.size);
}

export function createVehicleRegister(world: World, rings: readonly Ring[]): Registered[] {
  const { roles, numbers, geography, start } = world;
  const register = (thing: string, owner: Person): Registered => ({ thing, owner, since: start - roles.int(100, 3000) * 24 * hour });
  const thieves = rings.flatMap((ring) => ring.series.filter((one) => !one.isFraud));
  const own = thieves.map((series) => register(series.vehicle, series.persons[0]!));
  const others = Array.from({ length: 4 * own.length + 20 }, () => register(numbers.plate(), createPerson(roles, numbers, geography)));
  return roles.sample([...own, ...others], own.length + others.length);
}
