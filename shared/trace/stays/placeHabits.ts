// How often guests of a place share a room, arrive and leave close together, and sit side by side: what a pair is measured against.

export interface Sojourn {
  /** Number of the person; records of one identity have one number. */
  readonly person: number;
  readonly place: number;
  /** Room of a hotel, seat of a café; "" where the source tells none. */
  readonly room: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly until: number;
  /** False: `until` is only what is usual. */
  readonly isEndTold: boolean;
  readonly utcOffset: number;
}

export interface PlaceHabit {
  readonly stays: number;
  readonly isCafe: boolean;
  readonly rooms: number;
  /** Pairs of guests whose stays overlap, and of these how many have one room. */
  readonly pairs: number;
  readonly roomPairs: number;
  /** Of those who arrive (leave) on a day, how many do so in each hour. */
  readonly arrivals: Uint32Array;
  readonly departures: Uint32Array;
}

const minute = 60_000;
const hoursADay = 24;

export const hourOf = (at: number, utcOffset: number): number => Math.floor((at / minute + utcOffset) / 60) % hoursADay;

/** Stays of one place. Guests of one night are those that overlap; a stay is held against those that begin while it lasts. */
export function measurePlace(stays: readonly Sojourn[], isCafe: boolean): PlaceHabit {
  const order = [...stays].sort((a, b) => a.at - b.at);
  const [arrivals, departures] = [new Uint32Array(hoursADay), new Uint32Array(hoursADay)];
  let [pairs, roomPairs] = [0, 0];
  for (const { at, until, isEndTold, utcOffset } of order) {
    arrivals[hourOf(at, utcOffset)]! += 1;
    if (isEndTold) departures[hourOf(until, utcOffset)]! += 1;
  }
  let open: Sojourn[] = [];
  const rooms = new Map<string, number>();
  for (const stay of order) {
    for (const gone of open) if (gone.until <= stay.at) rooms.set(gone.room, rooms.get(gone.room)! - 1);
    open = open.filter(({ until }) => until > stay.at);
    pairs += open.length;
    if (stay.room !== "") roomPairs += rooms.get(stay.room) ?? 0;
    rooms.set(stay.room, (rooms.get(stay.room) ?? 0) + 1);
    open.push(stay);
  }
  return { stays: stays.length, isCafe, rooms: new Set(stays.map(({ room }) => room)).size, pairs, roomPairs, arrivals, departures };
}
