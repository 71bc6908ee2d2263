// What became of the cases of a scene once clues are switched off: by what is drawn of them, and by what is not drawn and holds them all the same.
import type { StageDrawing } from "./drawScene.ts";

export interface LooseCases {
  /** Cases whose every line is switched off and that are with others of the series all the same. */
  readonly held: number;
  /** Cases that are with no other any more. */
  readonly alone: number;
}

/** `parts`: what the series is without what is switched off, case numbers each; null while nothing is. */
export function looseCases(
  { nodes, links }: Pick<StageDrawing, "nodes" | "links">,
  parts: readonly (readonly string[])[] | null,
): LooseCases {
  const sizes = new Map<string, number>((parts ?? []).flatMap((part) => part.map((number) => [`case:${number}`, part.length] as const)));
  const held = new Set(links.flatMap(({ from, to, isOff }) => (isOff ? [] : [from, to])));
  const cut = new Set(links.flatMap(({ from, to, isOff }) => (isOff ? [from, to] : [])));
  const count = (is: (id: number, size: number) => boolean) => nodes.filter(({ id, ref }) => is(id, sizes.get(ref) ?? 0)).length;
  return { held: count((id, size) => size > 1 && cut.has(id) && !held.has(id)), alone: count((_id, size) => size === 1) };
}
