// Seats of a café: A012 and A013 are neighbours, A012 and B013 are not.

interface Seat {
  readonly row: string;
  readonly number: number;
}

function readSeat(text: string): Seat | null {
  const match = /^(.*?)(\d+)\D{0,2}$/.exec(text.normalize("NFKC").trim().toLowerCase());
  return match && { row: match[1]!, number: Number(match[2]) };
}

export function areNeighbours(a: string, b: string): boolean {
  const [one, other] = [readSeat(a), readSeat(b)];
  return one !== null && other !== null && one.row === other.row && Math.abs(one.number - other.number) === 1;
}
