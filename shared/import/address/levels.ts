// The twelve levels of a standard address (一标三实), coarse to fine, and how a path of them is written: 浙江省/杭州市/西湖区/…/3栋/2单元//501室.

export const addressLevels = [
  "province",
  "city",
  "district",
  "town",
  "community",
  "road",
  "number",
  "estate",
  "building",
  "unit",
  "floor",
  "room",
] as const;

export type AddressLevel = (typeof addressLevels)[number];

/** Levels as written; any may be missing. */
export type LevelText = Partial<Readonly<Record<AddressLevel, string>>>;

/** Levels that are places of their own in the graph: what stands below one is part of it. Coarser ones would only be hubs. */
export const nodeLevels = ["number", "estate", "building", "unit", "room"] as const satisfies readonly AddressLevel[];

export const isFinerThan = (a: AddressLevel, b: AddressLevel): boolean => addressLevels.indexOf(a) > addressLevels.indexOf(b);

export function finestLevel(levels: LevelText): AddressLevel | null {
  return addressLevels.findLast((level) => levels[level] !== undefined && levels[level] !== "") ?? null;
}

/** The levels down to one of them, itself included. */
export function upTo(levels: LevelText, level: AddressLevel): LevelText {
  const last = addressLevels.indexOf(level);
  return Object.fromEntries(addressLevels.slice(0, last + 1).flatMap((one) => (levels[one] ? [[one, levels[one]]] : [])));
}

/** As one text without blanks: what people write, and the key of the place. */
export const addressText = (levels: LevelText): string => addressLevels.map((level) => levels[level] ?? "").join("");

export const writeLevels = (levels: LevelText): string =>
  addressLevels.map((level) => (levels[level] ?? "").replaceAll("/", "／")).join("/");

export function readLevels(path: string): LevelText {
  const parts = path.split("/");
  return Object.fromEntries(addressLevels.flatMap((level, i) => (parts[i] ? [[level, parts[i]]] : [])));
}

/** Attribute of a standard address that holds its path. */
export const levelsAttribute = "address.levels";
/** Attributes of a standard address: its code, and other names of its estate or road number. */
export const codeAttribute = "address.code";
export const aliasAttribute = "address.alias";
/** Attribute of any place whose source names the code of the standard address that it is. */
export const statedCodeAttribute = "address.statedCode";
