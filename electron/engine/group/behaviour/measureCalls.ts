// How a number calls, told only of numbers whose own bill is here: of the others silence means that nobody asked.
import type { NamedMeasure } from "../../../../shared/group/suspicion/additiveModel.ts";
import { defaultUtcOffset } from "../../../../shared/model/time.ts";
import type { ReadableDb } from "../../store/sqlite/database.ts";
import { type CallRow, iterateCalls, ownerOf, readCallOffset } from "../../store/sqlite/tables/callRecords.ts";

interface Contact {
  outgoing: number;
  incoming: number;
}

class Use {
  outgoing = 0;
  incoming = 0;
  night = 0;
  seconds = 0;
  short = 0;
  readonly contacts = new Map<number, Contact>();
  readonly days = new Set<number>();
  readonly handsets = new Set<number>();
  readonly towers = new Set<number>();

  get calls(): number {
    return this.outgoing + this.incoming;
  }

  add({ at, seconds }: CallRow, other: number | null, isOutgoing: boolean, offset: number): void {
    const side = isOutgoing ? "outgoing" : "incoming";
    this[side] += 1;
    const local = Math.floor(at / minute) + offset;
    const hour = Math.floor(local / 60) % 24;
    if (hour < nightUntil) this.night += 1;
    this.seconds += seconds ?? 0;
    if ((seconds ?? 0) < shortSeconds) this.short += 1;
    this.days.add(Math.floor(local / 1440));
    if (other === null) return;
    const contact = this.contacts.get(other) ?? { outgoing: 0, incoming: 0 };
    contact[side] += 1;
    this.contacts.set(other, contact);
  }

  place({ place, device }: CallRow): void {
    if (place !== null) this.towers.add(place);
    if (device !== null) this.handsets.add(device);
  }
}

const minute = 60_000;
const nightUntil = 6;
const shortSeconds = 15;

const share = (contacts: Use["contacts"], is: (contact: Contact) => boolean): number =>
  [...contacts.values()].filter(is).length / (contacts.size || 1);

type Sharing = ReadonlyMap<number, number>;

const callMeasures: Readonly<Record<string, (use: Use, numbersOf: Sharing) => number>> = {
  "outgoing-share": ({ outgoing, calls }) => outgoing / calls,
  "contacts-a-day": ({ contacts, days }) => contacts.size / days.size,
  "calls-a-day": ({ calls, days }) => calls / days.size,
  "both-way-share": ({ contacts }) => share(contacts, ({ outgoing, incoming }) => outgoing > 0 && incoming > 0),
  "once-only-share": ({ contacts }) => share(contacts, ({ outgoing, incoming }) => outgoing + incoming === 1),
  "night-share": ({ night, calls }) => night / calls,
  "mean-seconds": ({ seconds, calls }) => seconds / calls,
  "short-share": ({ short, calls }) => short / calls,
  "days-in-use": ({ days }) => days.size,
  "towers-a-day": ({ towers, days }) => towers.size / days.size,
  "handset-numbers": ({ handsets }, numbersOf) => Math.max(0, ...[...handsets].map((handset) => numbersOf.get(handset) ?? 0)),
};

export function measureCalls(db: ReadableDb, billed: readonly number[], nodeOfId: ReadonlyMap<number, number>): NamedMeasure[] {
  const offset = readCallOffset(db) ?? defaultUtcOffset;
  const uses = new Map(billed.map((id) => [id, new Use()]));
  for (const call of iterateCalls(db)) {
    if (call.from !== null) uses.get(call.from)?.add(call, call.to, true, offset);
    if (call.to !== null) uses.get(call.to)?.add(call, call.from, false, offset);
    uses.get(ownerOf(call, uses) ?? -1)?.place(call);
  }
  const numbersOf = new Map<number, number>();
  for (const { handsets } of uses.values()) for (const handset of handsets) numbersOf.set(handset, (numbersOf.get(handset) ?? 0) + 1);
  return Object.entries(callMeasures).map(([name, measure]) => {
    const values = new Float64Array(nodeOfId.size).fill(Number.NaN);
    for (const [id, use] of uses) if (use.calls > 0 && nodeOfId.has(id)) values[nodeOfId.get(id)!] = measure(use, numbersOf);
    return { name, values };
  });
}
