// What evidence and its bases are called: code → key of the catalogue.

export const featureKeys: Readonly<Record<string, string>> = {
  sharedAccount: "evidence.feature.sharedAccount",
  sharedPhone: "evidence.feature.sharedPhone",
  sharedDevice: "evidence.feature.sharedDevice",
  sharedIp: "evidence.feature.sharedIp",
  sharedDomain: "evidence.feature.sharedDomain",
  sharedApp: "evidence.feature.sharedApp",
  sharedSocial: "evidence.feature.sharedSocial",
  sharedVehicle: "evidence.feature.sharedVehicle",
  sharedPerson: "evidence.feature.sharedPerson",
  sharedOther: "evidence.feature.sharedOther",
  nearAccount: "evidence.feature.nearAccount",
  nearContact: "evidence.feature.nearContact",
  nearNetid: "evidence.feature.nearNetid",
  nearPerson: "evidence.feature.nearPerson",
  modus: "evidence.feature.modus",
  modusTags: "evidence.feature.modusTags",
  brief: "evidence.feature.brief",
  amount: "evidence.feature.amount",
  caseType: "evidence.feature.caseType",
  place: "evidence.feature.place",
  time: "evidence.feature.time",
  hour: "evidence.feature.hour",
  weekday: "evidence.feature.weekday",
  crowding: "evidence.feature.crowding",
  company: "evidence.feature.company",
};

export const basisKeys: Readonly<Record<string, string>> = {
  money: "vocabulary.basis.money",
  call: "vocabulary.basis.call",
  technique: "vocabulary.basis.technique",
  lure: "vocabulary.basis.lure",
  modus: "vocabulary.basis.modus",
  person: "vocabulary.basis.person",
  placeTime: "vocabulary.basis.placeTime",
};
