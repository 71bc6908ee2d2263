// The search box on a graph that others keep: the server finds keys and names, the hit is told as a workspace tells its own.
import type { Masker } from "../../../shared/review/masker.ts";
import type { SearchResult } from "../../../shared/workspace/calls.ts";
import type { GraphReader } from "../store/graphReader.ts";

const mostHits = 1000;

export async function searchForeign(
  graph: GraphReader,
  words: string,
  kind: string | undefined,
  limit: number,
  show: Masker,
): Promise<SearchResult> {
  const found = await graph.searchNodes(words, null, mostHits);
  const counts: Record<string, number> = {};
  for (const node of found) counts[node.kind] = (counts[node.kind] ?? 0) + 1;
  const hits = found
    .filter((node) => kind === undefined || node.kind === kind)
    .slice(0, limit)
    .map((node) => {
      const label = show.label(node.kind, node.label);
      const start = Math.max(0, node.label.toLowerCase().indexOf(words.trim().toLowerCase()));
      const end = Math.min(label.length, start + words.trim().length);
      return { entity: node.ref, kind: node.kind, label, matched: label, start, end, field: "label", note: node.note };
    });
  return { hits, counts, capped: found.length >= mostHits };
}
