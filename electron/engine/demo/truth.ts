// The truth behind the files: what was planted, in the references that the product uses (`kind:key`), so that results can be judged.

import { commonApp, publicNumbers } from "./cases.ts";
import type { County } from "./county.ts";
import { listRoommates } from "./homes.ts";
import { carrierAddresses } from "./logins.ts";
import type { CaseDraft, Series } from "./model.ts";
import { settlementAccounts } from "./people.ts";
import { accountRef, deviceRef, personRef, phoneRef, ringTruths, type TruthRing } from "./ringTruth.ts";
import type { Duplicate } from "./sheets/peopleFiles.ts";
import type { TypingError } from "./typing.ts";

export interface TruthClue {
  readonly ref: string;
  readonly cases: readonly string[];
}

export interface TruthSeries {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly ring: string;
  readonly cases: readonly string[];
  readonly clues: {
    readonly payees: readonly TruthClue[];
    readonly phones: readonly TruthClue[];
    readonly apps: readonly TruthClue[];
    readonly domains: readonly TruthClue[];
    readonly lures: readonly TruthClue[];
    readonly vehicles: readonly TruthClue[];
    readonly secondLevel: readonly string[];
    readonly addresses: readonly string[];
    readonly scripted: readonly string[];
  };
  /** Members that hang on one clue: payee, phone, app, second-level (near) or handset (near). */
  readonly thin: readonly { readonly case: string; readonly clue: string }[];
}

export interface TruthNumberChange {
  readonly person: string;
  readonly name: string;
  readonly series: string;
  readonly old: string;
  readonly new: string;
  readonly imei: string;
  readonly date: string;
  readonly casesBefore: readonly string[];
  readonly casesAfter: readonly string[];
  readonly cases: readonly string[];
}

export interface TruthSharedDevice {
  readonly imei: string;
  readonly series: string;
  readonly phones: readonly string[];
  readonly cases: readonly string[];
}

export interface CountyTruth {
  readonly cases: readonly string[];
  readonly series: readonly TruthSeries[];
  readonly rings: readonly TruthRing[];
  readonly numberChanges: readonly TruthNumberChange[];
  readonly sharedDevices: readonly TruthSharedDevice[];
  readonly solved: readonly { readonly case: string; readonly suspects: readonly string[] }[];
  readonly lastNight: readonly string[];
  readonly twins: readonly { readonly case: string; readonly incident: string }[];
  readonly typingErrors: readonly TypingError[];
  /** Rows of the register that are one person. */
  readonly duplicates: readonly Duplicate[];
  /** Accounts of the first and second level that passed on four fifths of all that they received. */
  readonly passThrough: readonly string[];
  /** Members of one ring who live in one building, however each address is written. */
  readonly buildings: readonly { readonly building: string; readonly people: readonly string[] }[];
  /** Who sat side by side in cafés, and who shared hotel rooms at least twice. */
  readonly neighbours: readonly { readonly a: string; readonly b: string; readonly times: number }[];
  readonly roommates: readonly { readonly a: string; readonly b: string; readonly times: number }[];
  /** Vehicles that travel together: a scout ahead of a ring's car. */
  readonly convoys: readonly { readonly ahead: string; readonly behind: string; readonly journeys: number }[];
  /** Vehicles and the day on which they were where, and when, they never are. */
  readonly oddNights: readonly { readonly vehicle: string; readonly date: string }[];
}

export interface DemoTruth extends CountyTruth {
  readonly seed: number;
  readonly scale: number;
  /** Numbers that answer everybody: evidence of nothing. */
  readonly publicIdentifiers: readonly string[];
  /** Not public, but spread over unrelated cases: a misused program, carrier addresses. */
  readonly commonIdentifiers: readonly string[];
  readonly settlementAccounts: readonly string[];
}

const netRef = (value: string): string => `netid:${value}`;
const numbersOf = (cases: readonly CaseDraft[]): string[] => cases.map((draft) => draft.number).sort();

/** Which cases carry each value of a clue, written down in the case sheet. */
function cluesOf(series: Series, read: (draft: CaseDraft) => readonly string[], known: ReadonlySet<string>): TruthClue[] {
  const found = new Map<string, string[]>();
  for (const draft of series.cases) {
    for (const ref of read(draft)) {
      if (!known.has(ref)) continue;
      const cases = found.get(ref) ?? [];
      cases.push(draft.number);
      found.set(ref, cases);
    }
  }
  return [...found].map(([ref, cases]) => ({ ref, cases: cases.sort() })).sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

const lureRef = (lure: string): string => netRef(lure.replace(/^.*：/, "").toLowerCase());

function seriesTruth(series: Series): TruthSeries {
  const clues = (read: (draft: CaseDraft) => readonly string[], own: readonly string[]): TruthClue[] => cluesOf(series, read, new Set(own));
  return {
    id: series.id,
    name: series.name,
    category: series.category,
    ring: series.ringId,
    cases: numbersOf(series.cases),
    clues: {
      payees: clues((draft) => draft.payees.map(accountRef), series.payees.map(accountRef)),
      phones: clues(
        (draft) => draft.phones.map(phoneRef),
        series.callers.map((line) => phoneRef(line.phone)),
      ),
      apps: clues((draft) => draft.apps.map(netRef), [netRef(series.app)]),
      domains: clues((draft) => draft.domains.map(netRef), series.domains.map(netRef)),
      lures: clues((draft) => draft.lures.map(lureRef), series.lures.map(lureRef)),
      vehicles: clues((draft) => draft.vehicles.map((plate) => `vehicle:${plate}`), [`vehicle:${series.vehicle}`]),
      secondLevel: series.secondLevel.map(accountRef),
      addresses: series.isFraud ? [netRef(series.address)] : [],
      scripted: series.isFraud ? numbersOf(series.cases.filter((draft) => draft.isScripted)) : [],
    },
    thin: series.cases.filter((draft) => draft.thin !== "").map((draft) => ({ case: draft.number, clue: draft.thin })),
  };
}

function numberChangeTruths(county: County): TruthNumberChange[] {
  return county.offenders.numberChanges.map(({ person, series, old, new: next, at }) => {
    const casesBefore = numbersOf(series.cases.filter((draft) => draft.phones.includes(old.phone)));
    const casesAfter = numbersOf(series.cases.filter((draft) => draft.phones.includes(next.phone)));
    return {
      person: personRef(person),
      name: person.name,
      series: series.id,
      old: phoneRef(old.phone),
      new: phoneRef(next.phone),
      imei: deviceRef(old.imei),
      date: new Date(at + 8 * 3_600_000).toISOString().slice(0, 10),
      casesBefore,
      casesAfter,
      cases: [...casesBefore, ...casesAfter].sort(),
    };
  });
}

/** Every handset under which two or more numbers stand in the cases of a series: the planted ones and those of thin members. */
function sharedDeviceTruths(county: County): TruthSharedDevice[] {
  const changed = new Set(county.offenders.numberChanges.map((change) => change.old.imei));
  return county.offenders.series.flatMap((series) => {
    const handsets = Map.groupBy(
      series.cases.flatMap((draft) => draft.lines),
      (line) => line.imei,
    );
    return [...handsets].flatMap(([imei, lines]) => {
      const phones = [...new Set(lines.map((line) => line.phone))].sort();
      if (phones.length < 2 || changed.has(imei)) return [];
      const cases = series.cases.filter((draft) => draft.lines.some((line) => line.imei === imei));
      return [{ imei: deviceRef(imei), series: series.id, phones: phones.map(phoneRef), cases: numbersOf(cases) }];
    });
  });
}

/** By the definition of the pattern: four fifths of all that came in went out again, holders' own spending and wages included. */
const passedShare = 0.8;

function passThroughOf({ money }: County): string[] {
  const sums = new Map<string, { received: number; passed: number }>();
  const sumOf = (ref: string) => sums.get(ref) ?? sums.set(ref, { received: 0, passed: 0 }).get(ref)!;
  for (const { from, to, amountFen, state } of money.transfers) {
    if (state !== "done") continue;
    if (from !== null) sumOf(accountRef(from)).passed += amountFen;
    if (to !== null) sumOf(accountRef(to)).received += amountFen;
  }
  const own = money.transfers.flatMap(({ from }) => (from?.part === "level1" || from?.part === "level2" ? [accountRef(from)] : []));
  return [...new Set(own)].filter((ref) => sumOf(ref).received > 0 && sumOf(ref).passed >= passedShare * sumOf(ref).received).sort();
}

export function countyTruth(county: County, typingErrors: readonly TypingError[], duplicates: readonly Duplicate[]): CountyTruth {
  return {
    cases: numbersOf(county.cases),
    series: county.offenders.series.map(seriesTruth),
    rings: ringTruths(county),
    numberChanges: numberChangeTruths(county),
    sharedDevices: sharedDeviceTruths(county),
    solved: county.cases
      .filter((draft) => draft.suspects.length > 0)
      .map((draft) => ({ case: draft.number, suspects: draft.suspects.map(personRef) })),
    lastNight: numbersOf(county.cases.filter((draft) => draft.isLastNight)),
    twins: county.twins.map((draft) => ({ case: draft.number, incident: draft.incident })),
    typingErrors: [...typingErrors],
    duplicates: [...duplicates],
    passThrough: passThroughOf(county),
    buildings: county.homes.buildings.map(({ building, people }) => ({ building, people: people.map(personRef) })),
    neighbours: county.homes.neighbours.map(({ a, b }) => ({ a: personRef(a), b: personRef(b), times: 4 })),
    roommates: listRoommates(county.stays).map(({ a, b, times }) => ({ a: personRef(a), b: personRef(b), times })),
    convoys: county.convoys.map(({ ahead, behind, journeys }) => ({ ahead: `vehicle:${ahead}`, behind: `vehicle:${behind}`, journeys })),
    oddNights: county.oddNights.map(({ plate, at }) => ({
      vehicle: `vehicle:${plate}`,
      date: new Date(at + 8 * 3_600_000).toISOString().slice(0, 10),
    })),
  };
}

/** Joins the counties; public identifiers and settlement accounts are the same everywhere. */
export function joinTruth(seed: number, scale: number, parts: readonly CountyTruth[]): DemoTruth {
  return {
    seed,
    scale,
    cases: parts.flatMap((part) => part.cases),
    series: parts.flatMap((part) => part.series),
    rings: parts.flatMap((part) => part.rings),
    numberChanges: parts.flatMap((part) => part.numberChanges),
    sharedDevices: parts.flatMap((part) => part.sharedDevices),
    solved: parts.flatMap((part) => part.solved),
    lastNight: parts.flatMap((part) => part.lastNight),
    twins: parts.flatMap((part) => part.twins),
    typingErrors: parts.flatMap((part) => part.typingErrors),
    duplicates: parts.flatMap((part) => part.duplicates),
    passThrough: parts.flatMap((part) => part.passThrough),
    buildings: parts.flatMap((part) => part.buildings),
    neighbours: parts.flatMap((part) => part.neighbours),
    roommates: parts.flatMap((part) => part.roommates),
    convoys: parts.flatMap((part) => part.convoys),
    oddNights: parts.flatMap((part) => part.oddNights),
    publicIdentifiers: publicNumbers.map(phoneRef),
    commonIdentifiers: [netRef(commonApp), ...carrierAddresses.map(netRef)],
    settlementAccounts: settlementAccounts.map(accountRef),
  };
}
