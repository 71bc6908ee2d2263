// Built-in vocabularies: code → key of the catalogue. What a source wrote itself stays as it is.
import type { Translate } from "./index.ts";

export { basisKeys } from "../../shared/look/evidenceKeys.ts";
export { kindKeys, linkKeys } from "../../shared/look/vocabularyKeys.ts";

export const learnedKeys: Readonly<Record<string, string>> = {
  default: "vocabulary.learned.default",
  em: "vocabulary.learned.em",
  labels: "vocabulary.learned.labels",
  "labels+em": "vocabulary.learned.both",
};

export const statusKeys: Readonly<Record<string, string>> = {
  open: "vocabulary.status.open",
  merged: "vocabulary.status.merged",
  solved: "vocabulary.status.solved",
  dropped: "vocabulary.status.dropped",
};

export const eventKeys: Readonly<Record<string, string>> = {
  transfer: "vocabulary.event.transfer",
  call: "vocabulary.event.call",
  message: "vocabulary.event.message",
  stay: "vocabulary.event.stay",
  capture: "vocabulary.event.capture",
  login: "vocabulary.event.login",
};

export const roleKeys: Readonly<Record<string, string>> = {
  suspect: "vocabulary.role.suspect",
  offender: "vocabulary.role.offender",
  victim: "vocabulary.role.victim",
  witness: "vocabulary.role.witness",
  reporter: "vocabulary.role.reporter",
  payee: "vocabulary.role.payee",
  payer: "vocabulary.role.payer",
  caller: "vocabulary.role.caller",
  callee: "vocabulary.role.callee",
  lure: "vocabulary.role.lure",
  mentioned: "vocabulary.role.mentioned",
  scene: "vocabulary.role.scene",
};

export const rowKindKeys: Readonly<Record<string, string>> = {
  case: "import.rowKind.case",
  involvement: "import.rowKind.involvement",
  person: "import.rowKind.person",
  transfer: "import.rowKind.transfer",
  call: "import.rowKind.call",
  message: "import.rowKind.message",
  account: "import.rowKind.account",
  measure: "import.rowKind.measure",
  phone: "import.rowKind.phone",
  organisation: "import.rowKind.organisation",
  vehicle: "import.rowKind.vehicle",
  place: "import.rowKind.place",
  address: "import.rowKind.address",
  house: "import.rowKind.house",
  stay: "import.rowKind.stay",
  capture: "import.rowKind.capture",
  login: "import.rowKind.login",
  link: "import.rowKind.link",
  entity: "import.rowKind.entity",
  task: "import.rowKind.task",
  population: "import.rowKind.population",
};

/** Crime categories as registers write them → key; other wordings stay as written. */
export const crimeKeys: Readonly<Record<string, string>> = {
  刷单返利: "vocabulary.crime.brushing",
  刷单返利类诈骗: "vocabulary.crime.brushing",
  虚假网络投资理财: "vocabulary.crime.investment",
  虚假网络投资理财类诈骗: "vocabulary.crime.investment",
  虚假购物服务: "vocabulary.crime.shopping",
  "虚假购物、服务类诈骗": "vocabulary.crime.shopping",
  冒充电商物流客服: "vocabulary.crime.customer-service",
  冒充电商物流客服类诈骗: "vocabulary.crime.customer-service",
  虚假贷款: "vocabulary.crime.loan",
  虚假贷款类诈骗: "vocabulary.crime.loan",
  虚假征信: "vocabulary.crime.credit-record",
  虚假征信类诈骗: "vocabulary.crime.credit-record",
  "冒充领导、熟人": "vocabulary.crime.acquaintance",
  冒充领导熟人: "vocabulary.crime.acquaintance",
  "冒充领导、熟人类诈骗": "vocabulary.crime.acquaintance",
  冒充公检法: "vocabulary.crime.authority",
  冒充公检法及政府机关: "vocabulary.crime.authority",
  冒充公检法及政府机关类诈骗: "vocabulary.crime.authority",
  "网络婚恋、交友": "vocabulary.crime.romance",
  "网络婚恋、交友类诈骗": "vocabulary.crime.romance",
  网络婚恋交友: "vocabulary.crime.romance",
  网络婚恋交友类诈骗: "vocabulary.crime.romance",
  网络游戏产品虚假交易: "vocabulary.crime.game-trade",
  网络游戏产品虚假交易类诈骗: "vocabulary.crime.game-trade",
  入室盗窃: "vocabulary.crime.burglary",
  盗窃: "vocabulary.crime.theft",
  盗窃机动车: "vocabulary.crime.vehicle-theft",
  盗窃电动自行车: "vocabulary.crime.e-bike-theft",
  盗窃车内财物: "vocabulary.crime.theft-from-vehicle",
};

export const currencyKeys: Readonly<Record<string, string>> = {
  CNY: "vocabulary.currency.cny",
  USD: "vocabulary.currency.usd",
  HKD: "vocabulary.currency.hkd",
  EUR: "vocabulary.currency.eur",
};

/** The word of a code; the code itself where the vocabulary does not know it. */
export function wordOf(t: Translate, keys: Readonly<Record<string, string>>, code: string): string {
  const key = keys[code];
  return key === undefined ? code : t(key);
}
