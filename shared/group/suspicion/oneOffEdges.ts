// One-off pairs: ordered pairs of accounts with exactly one transfer. Repeated business is what honest accounts do; patterns are made of strangers.

/** Transfers in columns; accounts count from 0. Self-transfers may stand in them and are left aside. */
export interface MoneyTransfers {
  readonly count: number;
  readonly accounts: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Days since 1970, with fraction where a time is told. */
  readonly day: Float64Array;
  /** 1/100 of the currency. */
  readonly fen: Float64Array;
}

export interface DirectedEdges {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly day: Float64Array;
  /** Index of the transfer. */
  readonly transfer: Int32Array;
}

/** Sorted by payer, payee. */
export function findOneOffEdges({ count, from, to, day }: MoneyTransfers): DirectedEdges {
  const order = new Uint32Array(count)
    .map((_, i) => i)
    .sort((a, b) => from[a]! - from[b]! || to[a]! - to[b]! || day[a]! - day[b]! || a - b);
  const chosen: number[] = [];
  for (let start = 0; start < count; ) {
    const first = order[start]!;
    let end = start + 1;
    while (end < count && from[order[end]!] === from[first] && to[order[end]!] === to[first]) end += 1;
    if (end - start === 1 && from[first] !== to[first]) chosen.push(first);
    start = end;
  }
  return edgesOf(chosen, { from, to, day });
}

export function edgesOf(transfers: readonly number[], { from, to, day }: Pick<MoneyTransfers, "from" | "to" | "day">): DirectedEdges {
  return {
    count: transfers.length,
    from: Int32Array.from(transfers, (i) => from[i]!),
    to: Int32Array.from(transfers, (i) => to[i]!),
    day: Float64Array.from(transfers, (i) => day[i]!),
    transfer: Int32Array.from(transfers),
  };
}
