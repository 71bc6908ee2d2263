// All patterns of the wanted kinds within a window, best first. A new shape is one finder and one line.
import type { MoneyTransfers } from "../suspicion/oneOffEdges.ts";
import { type Suspicion, type SuspicionProgress, scoreSuspicion } from "../suspicion/scoreSuspicion.ts";
import { findBipartite } from "./bipartite.ts";
import { type ChosenMotif, chooseMotifs } from "./chooseMotifs.ts";
import { findCycles } from "./cycles.ts";
import { findFans } from "./fans.ts";
import { chooseHotEdges, type HotEdges } from "./hotEdges.ts";
import { findLayers } from "./layers.ts";
import type { MotifFinder, MotifKind } from "./motif.ts";

const finders: readonly MotifFinder[] = [findFans, findBipartite, findCycles, findLayers];

export interface FoundMotifs {
  readonly motifs: readonly ChosenMotif[];
  readonly hot: HotEdges;
  readonly suspicion: Suspicion;
}

export function findMotifs(
  transfers: MoneyTransfers,
  kinds: ReadonlySet<MotifKind>,
  windowDays: number,
  progress: SuspicionProgress = {},
): FoundMotifs {
  const suspicion = scoreSuspicion(transfers, progress);
  const hot = chooseHotEdges(suspicion, transfers.accounts);
  const candidates = finders.flatMap((find) => {
    progress.signal?.throwIfAborted();
    return find(hot, windowDays).filter(({ kind }) => kinds.has(kind));
  });
  return { motifs: chooseMotifs(hot, candidates), hot, suspicion };
}
