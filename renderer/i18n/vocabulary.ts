// Built-in vocabularies: code → key of the catalogue. What a source wrote itself stays as it is.

import type { Translate } from "./index.ts";

export { basisKeys } from "../../shared/look/evidenceKeys.ts";
export { caseTimeKeys, crimeKeys, kindKeys, linkKeys } from "../../shared/look/vocabularyKeys.ts";

/** Types of net identities: what people call them. */
export const netidKeys: Readonly<Record<string, string>> = {
  wechat: "frame.identify.kind.wechat",
  qq: "frame.identify.kind.qq",
  domain: "frame.identify.kind.domain",
  url: "frame.identify.kind.url",
  ip: "frame.identify.kind.ip",
  mac: "frame.identify.kind.mac",
  email: "frame.identify.kind.email",
  app: "vocabulary.netid.app",
};

/** Carriers as the table of prefixes names them. */
export const carrierKeys: Readonly<Record<string, string>> = {
  中国移动: "vocabulary.carrier.mobile",
  中国联通: "vocabulary.carrier.unicom",
  中国电信: "vocabulary.carrier.telecom",
  中国广电: "vocabulary.carrier.broadnet",
  中国铁通: "vocabulary.carrier.tietong",
  中国星网: "vocabulary.carrier.satnet",
};

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
