// Rows of the side-by-side table: code → key of the catalogue.

export const sideKeys: Readonly<Record<string, string>> = {
  type: "link.side.type",
  time: "link.side.time",
  reported: "link.side.reported",
  filed: "link.side.filed",
  place: "link.side.place",
  loss: "link.side.loss",
  unit: "link.side.unit",
  accounts: "link.side.account",
  phones: "link.side.phone",
  netids: "link.side.netid",
  devices: "link.side.device",
  persons: "link.side.person",
  vehicles: "link.side.vehicle",
  organisations: "link.side.organisation",
  modus: "link.side.modus",
  brief: "link.side.brief",
};
