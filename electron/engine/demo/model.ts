// The made-up world of one county: people, accounts, cases, and what they did.
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

export interface Person {
  readonly name: string;
  readonly isFemale: boolean;
  readonly identityNumber: string;
  readonly phone: string;
  readonly imei: string;
  readonly imsi: string;
  readonly home: Point;
  readonly address: string;
  readonly education: string;
  readonly occupation: string;
}

/** A number with the handset it is used in. */
export interface Line {
  readonly phone: string;
  readonly imei: string;
  readonly imsi: string;
  /** In use from and until (ms). */
  readonly from: number;
  readonly until: number;
  readonly home: Point;
}

export interface Bank {
  readonly name: string;
  readonly short: string;
  readonly bin: string;
  readonly accountHead: string;
}

export interface Account {
  readonly card: string;
  readonly number: string;
  readonly holder: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly bank: Bank;
  /** Whose: victim, first-level payee, second level, third level, cash-out, bystander, settlement. */
  readonly part: "victim" | "level1" | "level2" | "level3" | "cash-out" | "other" | "settlement";
  readonly branch: string;
}

export interface Transfer {
  readonly at: number;
  readonly from: Account | null;
  readonly to: Account | null;
  readonly amountFen: number;
  readonly reference: string;
  readonly memo: string;
  readonly channel: string;
  readonly state: "done" | "failed" | "reversal";
  readonly address: string;
}

export interface Call {
  readonly at: number;
  readonly line: Line;
  readonly other: string;
  readonly isOutgoing: boolean;
  readonly seconds: number;
  readonly tower: Tower;
}

export interface Tower extends Point {
  readonly lac: number;
  readonly cell: number;
  readonly name: string;
}

export interface Place extends Point {
  readonly name: string;
}

export interface Station {
  readonly name: string;
  readonly district: string;
  readonly officers: readonly string[];
  readonly opening: string;
  readonly closing: string;
}

/** What the callers of one series say, so that their cases read alike. */
export interface Script {
  readonly hook: string;
  readonly story: string;
  readonly turn: string;
  readonly alias: string;
  readonly signature: string;
}

export interface Series {
  readonly id: string;
  readonly category: string;
  readonly isFraud: boolean;
  readonly size: number;
  name: string;
  ringId: string;
  readonly payees: Account[];
  readonly secondLevel: Account[];
  readonly callers: Line[];
  app: string;
  domains: readonly string[];
  readonly lures: readonly string[];
  readonly address: string;
  script: Script;
  readonly modus: readonly string[];
  readonly centre: Point;
  /** Hour of the day at which the series strikes. */
  readonly hourOfDay: number;
  readonly vehicle: string;
  /** When it strikes, first to last. */
  readonly times: readonly number[];
  readonly persons: Person[];
  readonly cases: CaseDraft[];
}

export type RingRole =
  | "organiser"
  | "recruiter"
  | "collector"
  | "mule"
  | "cash-out"
  | "caller"
  | "executor"
  | "equipment supplier"
  | "technical support";

export interface RingMember {
  readonly person: Person;
  readonly role: RingRole;
}

/** Numbers registered to somebody who does not use them. */
export interface PhoneSale {
  readonly person: Person;
  readonly lines: readonly Line[];
}

export interface Ring {
  readonly id: string;
  readonly series: Series[];
  readonly members: RingMember[];
  readonly cashOut: Account[];
  /** Who sold the ring the numbers that it calls from. */
  readonly sales: PhoneSale[];
  /** An account that serves two series of the ring on the first level. */
  shared: Account | null;
}

export interface NumberChange {
  readonly person: Person;
  readonly series: Series;
  readonly old: Line;
  readonly new: Line;
  readonly at: number;
}

export interface SharedDevice {
  readonly imei: string;
  readonly series: Series;
  readonly lines: readonly Line[];
}

export interface CaseDraft {
  number: string;
  incident: string;
  readonly series: Series | null;
  readonly category: string;
  readonly isFraud: boolean;
  readonly at: number;
  readonly until: number;
  readonly reportedAt: number;
  readonly filedAt: number;
  readonly station: Station;
  readonly place: Place;
  readonly victim: Person;
  readonly victimAccount: Account | null;
  lossFen: number;
  readonly lureChannel: string;
  readonly lures: readonly string[];
  readonly payees: readonly Account[];
  readonly phones: readonly string[];
  readonly lines: readonly Line[];
  readonly apps: readonly string[];
  readonly domains: readonly string[];
  readonly vehicles: readonly string[];
  readonly modus: readonly string[];
  readonly script: Script;
  readonly isScripted: boolean;
  readonly noisePhone: string | null;
  /** A platform's settlement account that part of the money went to, named in the sheet as if it were the offender's. */
  readonly settlement: Account | null;
  suspects: readonly Person[];
  /** The one clue that ties the case to its series; "" where there are several. */
  readonly thin: string;
  readonly isLastNight: boolean;
  payments: Transfer[];
  /** Second-level accounts that only this case used. */
  readonly ownSecondLevel: Account[];
}
