// Why an identifier weighs nothing: code → key of the catalogue.

export const hubKeys: Readonly<Record<string, string>> = {
  "public-number": "link.hub.publicNumber",
  "settlement-pool": "link.hub.settlementPool",
  "carrier-nat": "link.hub.carrierNat",
  excluded: "link.hub.excluded",
  spread: "link.hub.spread",
  crowd: "link.hub.crowd",
  "many-neighbours": "link.hub.manyNeighbours",
};
