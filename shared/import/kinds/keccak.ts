// Keccak-256 as Ethereum uses it (Keccak submission 3, 2011: padding 0x01, unlike SHA3-256): rate 1088 bits, 24 rounds on 25 lanes of 64 bits.

const lanes = 25;
const rateBytes = 136;
const rounds = 24;
const mask = (1n << 64n) - 1n;

const rotate = (lane: bigint, by: number): bigint => (by === 0 ? lane : ((lane << BigInt(by)) | (lane >> BigInt(64 - by))) & mask);

/** Round constants by the linear feedback shift register x^8 + x^6 + x^5 + x^4 + 1. */
function makeRoundConstants(): readonly bigint[] {
  let register = 1;
  const step = (): boolean => {
    const bit = (register & 1) === 1;
    register = register & 0x80 ? ((register << 1) ^ 0x171) & 0xff : register << 1;
    return bit;
  };
  return Array.from({ length: rounds }, () => {
    let constant = 0n;
    for (let j = 0; j < 7; j++) if (step()) constant |= 1n << BigInt(2 ** j - 1);
    return constant;
  });
}

/** Offset by which each lane turns, and the lane that its content goes to (steps ρ and π). */
function makeMoves(): { readonly offsets: readonly number[]; readonly targets: readonly number[] } {
  const [offsets, targets] = [new Array<number>(lanes).fill(0), new Array<number>(lanes).fill(0)];
  let [x, y] = [1, 0];
  for (let t = 0; t < 24; t++) {
    offsets[x + 5 * y] = (((t + 1) * (t + 2)) / 2) % 64;
    [x, y] = [y, (2 * x + 3 * y) % 5];
  }
  for (let i = 0; i < lanes; i++) targets[i] = Math.floor(i / 5) + 5 * ((2 * (i % 5) + 3 * Math.floor(i / 5)) % 5);
  return { offsets, targets };
}

const roundConstants = makeRoundConstants();
const { offsets, targets } = makeMoves();

function permute(state: bigint[]): void {
  for (const constant of roundConstants) {
    const columns = [0, 1, 2, 3, 4].map((x) => state[x]! ^ state[x + 5]! ^ state[x + 10]! ^ state[x + 15]! ^ state[x + 20]!);
    const turned = new Array<bigint>(lanes).fill(0n);
    for (let i = 0; i < lanes; i++) {
      const x = i % 5;
      const mixed = state[i]! ^ columns[(x + 4) % 5]! ^ rotate(columns[(x + 1) % 5]!, 1);
      turned[targets[i]!] = rotate(mixed, offsets[i]!);
    }
    for (let i = 0; i < lanes; i++) {
      const row = i - (i % 5);
      state[i] = turned[i]! ^ (~turned[row + ((i + 1) % 5)]! & mask & turned[row + ((i + 2) % 5)]!);
    }
    state[0]! ^= constant;
  }
}

/** 32 bytes as 64 hexadecimal signs. */
export function digestKeccak(text: string): string {
  const padded = new Uint8Array(Math.ceil((text.length + 1) / rateBytes) * rateBytes);
  for (let i = 0; i < text.length; i++) padded[i] = text.charCodeAt(i);
  padded[text.length]! ^= 1;
  padded[padded.length - 1]! ^= 0x80;
  const state = new Array<bigint>(lanes).fill(0n);
  for (let from = 0; from < padded.length; from += rateBytes) {
    for (let i = 0; i < rateBytes; i++) state[i >> 3]! ^= BigInt(padded[from + i]!) << BigInt(8 * (i % 8));
    permute(state);
  }
  return Array.from({ length: 32 }, (_, i) =>
    Number((state[i >> 3]! >> BigInt(8 * (i % 8))) & 255n)
      .toString(16)
      .padStart(2, "0"),
  ).join("");
}
