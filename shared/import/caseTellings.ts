// What the rows of a batch say of their cases, before anything is stored.
import type { FactBatch } from "./facts.ts";
import type { CaseTelling, ToldVictim } from "./reusedNumber.ts";

interface Draft {
  readonly number: string;
  readonly row: number;
  readonly victims: ToldVictim[];
  from: string | null;
  loss: string | null;
}

const rowKey = (entity: number, row: number): string => `${entity} ${row}`;

/** In the order in which the rows tell them. */
export function tellingsOf({ entities, attributes, links }: Pick<FactBatch, "entities" | "attributes" | "links">): readonly CaseTelling[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (entity: number, row: number): Draft | null => {
    const { kind, key } = entities[entity]!;
    if (kind !== "case" || key.startsWith("#")) return null;
    const draft = drafts.get(rowKey(entity, row)) ?? { number: key, row, victims: [], from: null, loss: null };
    drafts.set(rowKey(entity, row), draft);
    return draft;
  };
  for (const { entity, name, value, row } of attributes) {
    if (name !== "case.from" && name !== "case.loss") continue;
    const draft = draftOf(entity, row);
    if (draft !== null) draft[name === "case.from" ? "from" : "loss"] ??= value;
  }
  for (const { kind, from, to, role, origin, row } of links) {
    if (kind !== "involved-in" || role !== "victim" || origin !== "column" || entities[from]!.kind !== "person") continue;
    const { key, label } = entities[from]!;
    draftOf(to, row)?.victims.push({ key, name: label === key ? "" : label });
  }
  return [...drafts.values()].sort((a, b) => a.row - b.row).map((draft) => ({ ...draft, sourceId: 0 }));
}
