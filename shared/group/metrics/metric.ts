// A measure of how central an entity is. One file or one line a metric, registered in index.ts.
import type { Csr } from "../../graph/csr.ts";
import type { GraphProgress } from "../../graph/progress.ts";

/** Score of each node of the graph. */
export type Metric = (graph: Csr, progress: GraphProgress) => ArrayLike<number>;
