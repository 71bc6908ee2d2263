// Writes resources/icons/kindIcons.json and lookIcons.json: the strokes of the icons that kinds, and classes of looks, carry on charts and on paper (Tabler, MIT), for a box of 24 × 24.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const path = fileURLToPath(new URL("../resources/icons/kindIcons.json", import.meta.url));
const folder = join(dirname(createRequire(import.meta.url).resolve("@tabler/icons/package.json")), "icons/outline");

/** Kind, or subtype with an icon of its own → file of the set. */
const files: Readonly<Record<string, string>> = {
  case: "folder",
  person: "user",
  organisation: "building",
  phone: "phone",
  account: "credit-card",
  device: "device-mobile",
  netid: "world",
  vehicle: "car",
  place: "map-pin",
  thing: "box",
  app: "app-window",
  wechat: "brand-wechat",
  cell: "building-broadcast-tower",
  tower: "building-broadcast-tower",
};

const lookPath = fileURLToPath(new URL("../resources/icons/lookIcons.json", import.meta.url));

/** Icons that rules of looks give to classes, the strongest last. */
const lookFiles: Readonly<Record<string, string>> = {
  flag: "flag",
  star: "star",
  target: "target",
  crown: "crown",
  cash: "cash",
  headset: "headset",
  shield: "shield-x",
  alert: "alert-octagon",
};

const strokesOf = (file: string): string => {
  const text = readFileSync(join(folder, `${file}.svg`), "utf8");
  return text
    .slice(text.indexOf(">", text.indexOf("<svg")) + 1, text.lastIndexOf("</svg>"))
    .replaceAll(/\s*\n\s*/g, "")
    .replaceAll(" />", "/>")
    .replace(/<path stroke="none"[^>]*\/>/, "")
    .trim();
};

const textOf = (names: Readonly<Record<string, string>>): string =>
  `${JSON.stringify(Object.fromEntries(Object.entries(names).map(([name, file]) => [name, strokesOf(file)])), null, 2)}\n`;

export const kindIconsText = (): string => textOf(files);
export const lookIconsText = (): string => textOf(lookFiles);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(path, kindIconsText());
  writeFileSync(lookPath, lookIconsText());
}

export const writtenKindIcons = (): string => readFileSync(path, "utf8");
export const writtenLookIcons = (): string => readFileSync(lookPath, "utf8");
