// How the labels and types of somebody else's Neo4j graph are read as entities and links of ours: guessed from the schema, corrected by people.
import { z } from "zod";
import { entityKinds } from "../model/entity.ts";

export const labelMappingSchema = z.object({
  label: z.string(),
  kind: z.string(),
  /** Property that names a record; null: records without a key. */
  key: z.string().nullable(),
  /** Properties that make the label shown, in order. */
  title: z.array(z.string()),
});

export const graphMappingSchema = z.object({
  labels: z.array(labelMappingSchema),
  types: z.array(z.object({ type: z.string(), weight: z.string().nullable() })),
});

export type LabelMapping = z.infer<typeof labelMappingSchema>;
export type GraphMapping = z.infer<typeof graphMappingSchema>;

export interface LabelFacts {
  readonly label: string;
  readonly count: number;
  /** Properties of a sample: how many records have them and how many values differ. */
  readonly properties: readonly { readonly name: string; readonly filled: number; readonly distinct: number; readonly isText: boolean }[];
  readonly sampled: number;
  /** Properties with a uniqueness constraint. */
  readonly unique: readonly string[];
}

export interface TypeFacts {
  readonly type: string;
  readonly count: number;
  readonly numbers: readonly string[];
}

/** Words that labels of a kind have, in small letters; a label is taken apart at capitals, `_` and digits. */
const kindWords: Readonly<Record<(typeof entityKinds)[number], readonly string[]>> = {
  case: ["case", "crime", "incident", "offence", "offense"],
  person: ["person", "people", "suspect", "victim", "customer", "client", "individual", "officer", "user", "holder", "employee"],
  organisation: ["organisation", "organization", "company", "bank", "org", "business", "merchant", "institution", "corporation"],
  phone: ["phone", "phonenumber", "msisdn", "mobile", "telephone"],
  account: ["account", "card", "wallet", "iban"],
  device: ["device", "imei", "handset", "medium", "computer"],
  netid: ["ip", "email", "domain", "url", "site", "website", "username", "login", "wechat", "qq"],
  vehicle: ["vehicle", "car", "plate"],
  place: ["place", "location", "address", "area", "postcode", "city", "country", "region", "street", "hotel", "station"],
  thing: ["object", "thing", "item"],
};

/** Labels that look like a kind and are another thing. */
const notThat: ReadonlySet<string> = new Set(["phonecall", "call", "transaction", "transfer", "payment"]);

/** The same in Chinese: what the label ends in. */
const chineseKinds: readonly (readonly [ending: RegExp, kind: (typeof entityKinds)[number]])[] = [
  [/(案件|案|警情)$/, "case"],
  [/(手机号?|电话|电话号码|手机号码|号码)$/, "phone"],
  [/(账户|账号|帐户|帐号|银行卡|卡号?)$/, "account"],
  [/(车辆|机动车|汽车|车牌)$/, "vehicle"],
  [/(设备|终端|手机串号)$/, "device"],
  [/(地点|地址|场所|位置|小区|酒店|旅馆)$/, "place"],
  [/(公司|单位|企业|机构|组织|银行)$/, "organisation"],
  [/(网址|域名|邮箱|微信|虚拟身份|虚拟账号)$/, "netid"],
  [/(人员|人|嫌疑人|受害人|民警)$/, "person"],
  [/(物品|物)$/, "thing"],
];

const hasChinese = (name: string) => /\p{Script=Han}/u.test(name);

const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);

/** A Chinese label keeps its name, so that two of them never become one kind. */
const ownName = (label: string): string => (hasChinese(label) ? label : wordsOf(label).join("-") || "thing");

/** The kind of ours that a label's last fitting word names, and how plainly (0: the plainest); null where none does (`PhoneCall`). */
function readLabel(label: string): { readonly kind: string; readonly rank: number } | null {
  if (hasChinese(label)) {
    const kind = chineseKinds.find(([ending]) => ending.test(label))?.[1];
    return kind === undefined ? null : { kind, rank: label.length };
  }
  const words = wordsOf(label);
  if (notThat.has(words.join("")) || words.some((word) => notThat.has(word))) return null;
  for (const word of [words.join(""), ...words.toReversed()])
    for (const kind of entityKinds) {
      const rank = kindWords[kind].indexOf(word);
      if (rank >= 0) return { kind, rank };
    }
  return null;
}

/**
 * Kinds of ours, one label each: two labels of one kind would make records with equal keys one entity, so only the plainest has it
 * (`Person` person, `Officer` officer).
 */
export function guessKinds(labels: readonly string[]): string[] {
  const read = labels.map(readLabel);
  const isBest = (at: number) =>
    read.every((other, i) => {
      const own = read[at]!;
      return other?.kind !== own.kind || own.rank < other.rank || (own.rank === other.rank && at <= i);
    });
  return labels.map((label, i) => (read[i] && isBest(i) ? read[i].kind : ownName(label)));
}

/** How well a property's name suits a key, higher is better; 0: not at all. */
function keyRank(label: string, name: string): number {
  if (/(编号|号码|证号|卡号|账号|帐号|车牌|案号|手机号|号)$/.test(name)) return 5;
  const words = wordsOf(name);
  const whole = words.join("");
  if (/(^|_)(uuid|guid)$/i.test(name)) return 2;
  if (whole === "id" || whole === "key" || whole === `${wordsOf(label).join("")}id`) return 4;
  if (words.some((word) => ["no", "number", "num", "code", "reg", "id", "imei", "msisdn", "iban", "plate"].includes(word))) return 5;
  if (words.includes("address") && words.includes("email")) return 5;
  return 0;
}

/** A constraint decides; else a property that every sampled record has, each a value of its own, and that is named like a key. */
export function guessKey({ label, properties, sampled, unique }: LabelFacts): string | null {
  const fitting = properties
    .filter(({ filled, distinct }) => sampled > 0 && filled === sampled && distinct === sampled)
    .map(({ name }) => ({ name, rank: keyRank(label, name) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || (a.name < b.name ? -1 : 1));
  const constrained = [...unique].sort((a, b) => keyRank(label, b) - keyRank(label, a) || (a < b ? -1 : 1))[0];
  return constrained ?? fitting[0]?.name ?? null;
}

const chineseTitles = ["姓名", "名称", "标题", "案件名称", "户名", "地址", "简称"];
const titleNames = ["label", "title", "fullname", "name", "surname", "lastname", "address", "description", "type"];

/** Name and surname together; else the first telling property. */
export function guessTitle({ properties }: LabelFacts): string[] {
  const chinese = chineseTitles.find((title) => properties.some(({ name }) => name === title));
  if (chinese !== undefined) return [chinese];
  const named = new Map(properties.map(({ name }) => [wordsOf(name).join(""), name]));
  const [first, last] = [named.get("name") ?? named.get("firstname"), named.get("surname") ?? named.get("lastname")];
  if (first && last) return [first, last];
  const one = titleNames.map((name) => named.get(name)).find((name) => name !== undefined);
  return one ? [one] : [];
}

const weightNames = new Set(["weight", "amount", "value", "sum", "total", "金额", "权重", "次数"]);

export function guessGraphMapping(labels: readonly LabelFacts[], types: readonly TypeFacts[]): GraphMapping {
  const kinds = guessKinds(labels.map(({ label }) => label));
  return {
    labels: labels.map((facts, i) => ({ label: facts.label, kind: kinds[i]!, key: guessKey(facts), title: guessTitle(facts) })),
    types: types.map(({ type, numbers }) => ({ type, weight: numbers.find((name) => weightNames.has(name.toLowerCase())) ?? null })),
  };
}
