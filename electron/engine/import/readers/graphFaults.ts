// What can be wrong with a graph file, and the words for it.

export const graphFaults = {
  "xml-cut-off": "graph.fault.cutOff",
  "xml-tags-crossed": "graph.fault.tagsCrossed",
  "xml-tag-malformed": "graph.fault.tagMalformed",
  "xml-attribute-twice": "graph.fault.attributeTwice",
  "xml-doctype": "graph.fault.doctype",
  "xml-entity-unknown": "graph.fault.entityUnknown",
  "xml-second-root": "graph.fault.secondRoot",
  "xml-control-character": "graph.fault.controlCharacter",
  "xml-text-outside": "graph.fault.textOutside",
  "xml-too-deep": "graph.fault.tooDeep",
  "xml-tag-too-long": "graph.fault.tagTooLong",
  "matrix-too-wide": "graph.fault.matrixTooWide",
  "matrix-row-unknown": "graph.fault.matrixRowUnknown",
  "matrix-row-missing": "graph.fault.matrixRowMissing",
  "matrix-cell-not-number": "graph.fault.matrixCellNotNumber",
  "graph-hyperedge": "graph.fault.hyperedge",
  "graph-edge-without-end": "graph.fault.edgeWithoutEnd",
  "graph-edge-unreadable": "graph.fault.edgeUnreadable",
  "graph-node-without-id": "graph.fault.nodeWithoutId",
} as const;

export type GraphFault = keyof typeof graphFaults;
