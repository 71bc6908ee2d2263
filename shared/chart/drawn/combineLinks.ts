// Combines parallel links: one for each two ends, with count and sum.
import type { ChartLink } from "../elements.ts";
import { type DrawStep, mergeLinks } from "./drawn.ts";

const pairKey = ({ from, to }: ChartLink): string => (from < to ? `${from}|${to}` : `${to}|${from}`);

export const combineLinks: DrawStep = (drawn, model) => {
  if (!model.arrangement.combined) return drawn;
  const links = new Map<string, ChartLink>();
  const standsFor = new Map(drawn.standsFor);
  for (const [key, group] of Map.groupBy(drawn.links.values(), pairKey)) {
    if (group.length === 1) {
      links.set(group[0]!.id, group[0]!);
      continue;
    }
    const id = `several|${key}`;
    links.set(id, mergeLinks(id, group, group[0]!));
    standsFor.set(
      id,
      group.map((link) => link.id),
    );
  }
  return { ...drawn, links, standsFor };
};
