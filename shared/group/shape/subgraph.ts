// A small set of transfers as a graph: distinct ordered pairs with their times, self-transfers set aside.

export interface ShapeTransfer {
  readonly from: string;
  readonly to: string;
  /** Milliseconds since 1970; NaN where not stated. */
  readonly at: number;
}

export interface Subgraph {
  readonly nodes: readonly string[];
  /** Distinct pairs of different accounts, by node index. */
  readonly edges: readonly ShapeEdge[];
  readonly outgoing: readonly (readonly number[])[];
  readonly incoming: readonly (readonly number[])[];
  readonly hasSelfTransfer: boolean;
}

export interface ShapeEdge {
  readonly from: number;
  readonly to: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

export function buildSubgraph(transfers: readonly ShapeTransfer[]): Subgraph {
  const nodes = new Map<string, number>();
  const numberOf = (name: string) => nodes.get(name) ?? nodes.set(name, nodes.size).get(name)!;
  const pairs = new Map<string, { from: number; to: number; firstAt: number; lastAt: number }>();
  for (const { from, to, at } of transfers) {
    if (from === to) continue;
    const known = pairs.get(`${from} → ${to}`);
    if (known) {
      known.firstAt = Math.min(known.firstAt, at);
      known.lastAt = Math.max(known.lastAt, at);
    } else pairs.set(`${from} → ${to}`, { from: numberOf(from), to: numberOf(to), firstAt: at, lastAt: at });
  }
  const edges = [...pairs.values()];
  const lists = () => [...nodes].map((): number[] => []);
  const [outgoing, incoming] = [lists(), lists()];
  edges.forEach(({ from, to }, i) => {
    outgoing[from]!.push(i);
    incoming[to]!.push(i);
  });
  return { nodes: [...nodes.keys()], edges, outgoing, incoming, hasSelfTransfer: transfers.some(({ from, to }) => from === to) };
}

/** Accounts that receive and pay. */
export const listPassThrough = ({ nodes, outgoing, incoming }: Subgraph): number[] =>
  nodes.map((_, node) => node).filter((node) => outgoing[node]!.length > 0 && incoming[node]!.length > 0);

/** Nodes of each weakly connected part. */
export function listComponents({ nodes, edges, outgoing, incoming }: Subgraph): number[][] {
  const seen = new Set<number>();
  const components: number[][] = [];
  for (let first = 0; first < nodes.length; first++) {
    if (seen.has(first)) continue;
    const component = [first];
    seen.add(first);
    for (const node of component)
      for (const edge of [...outgoing[node]!, ...incoming[node]!])
        for (const next of [edges[edge]!.from, edges[edge]!.to])
          if (!seen.has(next)) {
            seen.add(next);
            component.push(next);
          }
    components.push(component);
  }
  return components;
}
