// Rows of the side-by-side table: code → key of the catalogue.

export const sideKeys: Readonly<Record<string, string>> = {
  type: "link.side.type",
  time: "link.side.time",
  place: "link.side.place",
  loss: "link.side.loss",
  unit: "link.side.unit",
  account: "link.side.account",
  phone: "link.side.phone",
  netid: "link.side.netid",
  device: "link.side.device",
  person: "link.side.person",
  vehicle: "link.side.vehicle",
  organisation: "link.side.organisation",
  modus: "link.side.modus",
  brief: "link.side.brief",
};
