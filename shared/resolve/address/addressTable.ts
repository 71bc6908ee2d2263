// The standard addresses of a workspace as a table to look up in: lots (road numbers and estates) by what people write, and what stands below each.
// Memory: some 200 bytes an address, so 100,000 of them take 20 MB.
import { type AddressLevel, addressLevels, finestLevel, type LevelText, readLevels } from "../../import/address/levels.ts";
import { normalLevel } from "../../import/address/normalise.ts";
import type { KnownNames } from "../../import/address/parse.ts";

export interface StandardRow {
  /** Number of the place in the workspace. */
  readonly id: number;
  /** Path of its levels. */
  readonly path: string;
  readonly codes: readonly string[];
  readonly aliases: readonly string[];
}

export interface AddressNode extends StandardRow {
  readonly level: AddressLevel;
  readonly levels: LevelText;
  /** As compared. */
  readonly normal: LevelText;
  readonly parent: AddressNode | null;
  readonly children: AddressNode[];
}

/** Levels whose names are compared between lots. */
export const lotLevels = [
  "province",
  "city",
  "district",
  "town",
  "community",
  "road",
  "number",
  "estate",
] as const satisfies readonly AddressLevel[];

const namedLevels: readonly AddressLevel[] = ["province", "city", "district", "town", "community", "road", "estate"];
const wildcard = "*";
const noLevels: readonly AddressLevel[] = [];

export class AddressTable implements KnownNames {
  readonly nodes: readonly AddressNode[];
  /** Road numbers and estates, and villages where nothing finer stands above a building. */
  readonly lots: readonly AddressNode[];
  private readonly names = new Map<string, AddressLevel[]>();
  private readonly blocks = new Map<string, AddressNode[]>();
  private readonly byCode = new Map<string, AddressNode[]>();
  /** level + value → lots that state it. */
  private readonly counts = new Map<string, number>();
  /** Roads by the districts that they run through. */
  private readonly roads = new Set<string>();
  /** Names with one sign left open → the names: 文*路. */
  private readonly nearNames = new Map<string, Set<string>>();

  constructor(rows: readonly StandardRow[]) {
    this.nodes = buildNodes(rows);
    this.lots = this.nodes.filter(
      ({ level, parent }) => level === "number" || level === "estate" || (parent === null && isBelowLot(level)),
    );
    for (const node of this.nodes) this.remember(node);
    for (const lot of this.lots) this.block(lot);
  }

  private remember(node: AddressNode): void {
    for (const level of namedLevels) {
      const written = node.levels[level];
      if (written === undefined) continue;
      this.learn(level, written);
      this.learn(level, node.normal[level]!);
    }
    for (const alias of node.aliases) for (const name of [alias, normalLevel("estate", alias)]) this.learn("estate", name);
    for (const code of node.codes) push(this.byCode, code, node);
  }

  private learn(level: AddressLevel, name: string): void {
    const known = this.names.get(name);
    if (known === undefined) this.names.set(name, [level]);
    else if (!known.includes(level)) known.push(level);
  }

  private block(lot: AddressNode): void {
    const { road, number, estate, community, district } = lot.normal;
    if (road !== undefined && district !== undefined) this.roads.add(`${district} ${road}`);
    if (lot.level === "number" && road !== undefined) push(this.blocks, `rn ${road} ${number}`, lot);
    if (lot.level === "number" && community !== undefined) push(this.blocks, `cn ${community} ${number}`, lot);
    if (lot.level === "estate") push(this.blocks, `en ${estate}`, lot);
    if (isBelowLot(lot.level)) push(this.blocks, `cb ${community}`, lot);
    for (const alias of aliasesOf(lot)) push(this.blocks, `en ${alias}`, lot);
    for (const level of lotLevels) {
      const value = lot.normal[level];
      if (value === undefined) continue;
      this.counts.set(`${level} ${value}`, (this.counts.get(`${level} ${value}`) ?? 0) + 1);
      if ((level === "road" || level === "estate") && value.length >= 3)
        for (const open of openings(value)) pushTo(this.nearNames, `${level} ${open}`, value);
    }
  }

  levelsOf(name: string): readonly AddressLevel[] {
    return this.names.get(name) ?? noLevels;
  }

  listByCode(code: string): readonly AddressNode[] {
    return this.byCode.get(code) ?? [];
  }

  /** Lots that an address may mean: by road and number, village and number, estate or other name, village and building. */
  listCandidates({ road, number, estate, community, building }: LevelText): readonly AddressNode[] {
    const found = new Set<AddressNode>();
    const take = (key: string) => {
      for (const lot of this.blocks.get(key) ?? []) found.add(lot);
    };
    if (road !== undefined && number !== undefined) for (const name of this.spellings("road", road)) take(`rn ${name} ${number}`);
    if (community !== undefined && number !== undefined && road === undefined) take(`cn ${community} ${number}`);
    if (estate !== undefined) for (const name of this.spellings("estate", estate)) take(`en ${name}`);
    if (community !== undefined && building !== undefined) take(`cb ${community}`);
    return [...found];
  }

  /** The name itself where the table knows it, otherwise names of one other sign. */
  spellings(level: "road" | "estate", name: string): readonly string[] {
    if (this.counts.has(`${level} ${name}`) || name.length < 3) return [name];
    const near = new Set<string>([name]);
    for (const open of openings(name)) for (const other of this.nearNames.get(`${level} ${open}`) ?? []) near.add(other);
    return [...near];
  }

  hasRoad(district: string, road: string): boolean {
    return this.roads.has(`${district} ${road}`);
  }

  /** Share of the lots that state the value. */
  shareOf(level: AddressLevel, value: string): number {
    return ((this.counts.get(`${level} ${value}`) ?? 0) + 0.5) / (this.lots.length + 1);
  }
}

/** Hundreds of thousands of addresses share some thousands of names and numbers. */
class NormalValues {
  private readonly known = new Map<string, string>();

  of(levels: LevelText): LevelText {
    return Object.fromEntries(addressLevels.flatMap((level) => (levels[level] ? [[level, this.valueOf(level, levels[level])]] : [])));
  }

  private valueOf(level: AddressLevel, written: string): string {
    const key = `${level} ${written}`;
    const known = this.known.get(key) ?? normalLevel(level, written);
    this.known.set(key, known);
    return known;
  }
}

const isBelowLot = (level: AddressLevel) => level === "building" || level === "unit" || level === "room" || level === "floor";

const openings = (name: string): readonly string[] => Array.from(name, (_, i) => name.slice(0, i) + wildcard + name.slice(i + 1));

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function pushTo(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set<string>()).add(value));
}

/** Other names of the lot itself or told by anything below it. */
function aliasesOf(lot: AddressNode): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: AddressNode): void => {
    for (const alias of node.aliases) found.add(normalLevel("estate", alias));
    for (const child of node.children) if (child.level !== "estate") visit(child);
  };
  // An estate below a number has its other names to itself.
  visit(lot);
  return found;
}

/** Places in the order of their paths, each below the nearest one above it. */
function buildNodes(rows: readonly StandardRow[]): AddressNode[] {
  const [byPath, values] = [new Map<string, AddressNode>(), new NormalValues()];
  const nodes: AddressNode[] = [];
  const drafts = rows.flatMap((row) => {
    const levels = readLevels(row.path);
    const level = finestLevel(levels);
    return level === null ? [] : [{ ...row, levels, level, depth: addressLevels.indexOf(level) }];
  });
  drafts.sort((a, b) => a.depth - b.depth || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.id - b.id));
  for (const { depth, ...draft } of drafts) {
    const parent = findParent(byPath, draft.path, depth);
    const node: AddressNode = { ...draft, normal: values.of(draft.levels), parent, children: [] };
    parent?.children.push(node);
    byPath.set(draft.path, node);
    nodes.push(node);
  }
  return nodes;
}

const parentDepths = (["floor", "unit", "building", "estate", "number"] as const).map((level) => addressLevels.indexOf(level));

function findParent(byPath: ReadonlyMap<string, AddressNode>, path: string, depth: number): AddressNode | null {
  const parts = path.split("/");
  const empty = "/".repeat(addressLevels.length);
  for (const above of parentDepths) {
    if (above >= depth || parts[above] === "") continue;
    const found = byPath.get(parts.slice(0, above + 1).join("/") + empty.slice(0, addressLevels.length - 1 - above));
    if (found) return found;
  }
  return null;
}
