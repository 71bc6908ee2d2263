// The search box without its looks: what was typed, the hits in groups, and the flat list that the arrow keys walk.
import { useEffect, useMemo, useRef, useState } from "react";
import type { WireError } from "../../shared/errors.ts";
import { entityKinds } from "../../shared/model/entity.ts";
import type { SearchHit, SearchResult } from "../../shared/workspace/calls.ts";
import { useCall } from "../state/useCall.ts";
import type { SpokenCommand } from "./findCommands.ts";
import { useCommandList } from "./useCommandList.ts";

/** Hits in briefs stand in a group of their own, after their kind. */
export interface HitGroup {
  readonly kind: string;
  readonly isBrief: boolean;
  readonly hits: readonly SearchHit[];
  readonly count: number;
}

export type SearchItem =
  /** All that the workspace knows of what was typed: first, and what Enter opens when nothing else was chosen. */
  | { readonly type: "assess" }
  | { readonly type: "hit"; readonly hit: SearchHit }
  | { readonly type: "command"; readonly command: SpokenCommand };

/** Where the choice begins: on the assessment, but on a command where the words find nothing else. */
export const firstChoice = (items: readonly SearchItem[]): number =>
  items.some(({ type }) => type === "hit")
    ? 0
    : Math.max(
        0,
        items.findIndex(({ type }) => type === "command"),
      );

export interface SearchState {
  readonly words: string;
  readonly setWords: (words: string) => void;
  readonly kind: string;
  readonly setKind: (kind: string) => void;
  readonly result: SearchResult | null;
  readonly error: WireError | null;
  readonly milliseconds: number | null;
  readonly groups: readonly HitGroup[];
  readonly commands: readonly SpokenCommand[];
  readonly items: readonly SearchItem[];
}

const kindOrder = (kind: string): number => {
  const index = (entityKinds as readonly string[]).indexOf(kind);
  return index < 0 ? entityKinds.length : index;
};

/** Groups in the order of the kinds; the best hit's group first. */
export function groupHits({ hits, counts }: SearchResult): readonly HitGroup[] {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of hits) {
    const name = `${hit.kind}|${hit.field === "brief" ? "brief" : ""}`;
    groups.set(name, [...(groups.get(name) ?? []), hit]);
  }
  const best = hits[0]?.kind;
  const list = [...groups].map(([name, members]) => {
    const [kind = "", part] = name.split("|");
    const other = members.length < hits.filter((hit) => hit.kind === kind).length;
    return { kind, isBrief: part === "brief", hits: members, count: other ? members.length : (counts[kind] ?? members.length) };
  });
  const rank = (group: HitGroup) => (group.kind === best ? -1 : kindOrder(group.kind)) * 2 + (group.isBrief ? 1 : 0);
  return list.sort((a, b) => rank(a) - rank(b));
}

/** Only so much is searched for; Enter hands over the whole text to be assessed. */
const longestSearch = 200;

function useDelayed<T>(value: T, milliseconds: number): T {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return delayed;
}

export function useSearch(): SearchState {
  const [words, setWords] = useState("");
  const [kind, setKind] = useState("");
  const { commands, isOnly } = useCommandList(words);
  const asked = useDelayed(isOnly ? "" : words.trim(), 90);
  const startedAt = useRef(0);
  const [milliseconds, setMilliseconds] = useState<number | null>(null);
  const { data, error, isLoading } = useCall(
    "workspace.searchEntities",
    asked === "" ? null : { words: asked.slice(0, longestSearch), limit: 60, ...(kind === "" ? {} : { kind }) },
  );
  useEffect(() => {
    if (isLoading) startedAt.current = performance.now();
    else if (startedAt.current > 0) setMilliseconds(Math.round(performance.now() - startedAt.current));
  }, [isLoading]);
  const result = isOnly || words.trim() === "" ? null : data;
  const groups = useMemo(() => (result ? groupHits(result) : []), [result]);
  const items: SearchItem[] = [
    ...(isOnly || words.trim() === "" ? [] : [{ type: "assess" as const }]),
    ...groups.flatMap((group) => group.hits.map((hit) => ({ type: "hit" as const, hit }))),
    ...commands.map((command) => ({ type: "command" as const, command })),
  ];
  return { words, setWords, kind, setKind, result, error, milliseconds, groups, commands, items };
}
