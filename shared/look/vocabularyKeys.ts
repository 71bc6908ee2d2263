// Built-in vocabularies of charts: code → key of the catalogue.

export const kindKeys: Readonly<Record<string, string>> = {
  case: "vocabulary.kind.case",
  person: "vocabulary.kind.person",
  organisation: "vocabulary.kind.organisation",
  phone: "vocabulary.kind.phone",
  account: "vocabulary.kind.account",
  device: "vocabulary.kind.device",
  netid: "vocabulary.kind.netid",
  vehicle: "vocabulary.kind.vehicle",
  place: "vocabulary.kind.place",
  thing: "vocabulary.kind.thing",
  group: "vocabulary.kind.group",
};

export const linkKeys: Readonly<Record<string, string>> = {
  transfer: "vocabulary.link.transfer",
  call: "vocabulary.link.call",
  message: "vocabulary.link.message",
  evidence: "vocabulary.link.evidence",
  several: "vocabulary.link.several",
  chain: "vocabulary.link.chain",
  "involved-in": "vocabulary.link.involved-in",
  uses: "vocabulary.link.uses",
  owns: "vocabulary.link.owns",
  "lives-at": "vocabulary.link.lives-at",
  "card-of": "vocabulary.link.card-of",
  "member-of": "vocabulary.link.member-of",
  "located-at": "vocabulary.link.located-at",
  "part-of": "vocabulary.link.part-of",
  related: "vocabulary.link.related",
  "at-place": "vocabulary.link.at-place",
  "same-case": "vocabulary.link.same-case",
  "same-as": "vocabulary.link.same-as",
  stay: "vocabulary.link.stay",
  capture: "vocabulary.link.capture",
  login: "vocabulary.link.login",
};
