// Every key of the frame, the tables and the views, with the word of what it does. Views must handle exactly these (useViewKeys), and the sheet of keys is drawn from them: so it can neither miss a key nor name one that does nothing.

/** Key as tinykeys writes it → key of the catalogue. */
export type KeyList = Readonly<Record<string, string>>;

export const frameKeyList = {
  "$mod+1…7": "frame.help.stage",
  "Alt+1…7": "frame.help.stage",
  "$mod+k": "frame.help.search",
  F6: "frame.help.panels",
  "Shift+F6": "frame.help.panels",
  "Shift+?": "frame.help.help",
} as const satisfies KeyList;

export const tableKeyList = {
  ArrowUp: "frame.help.walk",
  ArrowDown: "frame.help.walk",
  PageUp: "frame.help.walk",
  PageDown: "frame.help.walk",
  Home: "frame.help.walk",
  End: "frame.help.walk",
  "Shift+ArrowUp": "frame.help.range",
  "Shift+ArrowDown": "frame.help.range",
  Enter: "frame.help.open",
  "$mod+c": "frame.help.copy",
} as const satisfies KeyList;

/** A rejected row, while it has the focus. */
export const rejectKeyList = { F2: "frame.help.edit", Escape: "frame.help.restore" } as const satisfies KeyList;

export const viewKeyLists = {
  import: { "$mod+Enter": "frame.help.store" },
  resolve: {
    j: "frame.help.nextPair",
    k: "frame.help.nextPair",
    y: "frame.help.judge",
    n: "frame.help.judge",
    u: "frame.help.judge",
  },
  addresses: { j: "resolve.address.nextKey", k: "resolve.address.nextKey" },
  payments: {
    j: "resolve.payment.nextKey",
    k: "resolve.payment.nextKey",
    y: "frame.help.judge",
    n: "frame.help.judge",
    u: "frame.help.judge",
  },
  link: {
    j: "frame.help.nextPair",
    k: "frame.help.nextPair",
    y: "frame.help.judge",
    n: "frame.help.judge",
    u: "frame.help.judge",
    s: "frame.help.sources",
    o: "frame.help.chart",
  },
  group: { j: "frame.help.nextGroup", k: "frame.help.nextGroup", o: "frame.help.chart", m: "frame.help.money" },
  rings: { j: "frame.help.nextGroup", k: "frame.help.nextGroup", o: "frame.help.chart" },
  money: {
    "1": "trace.policy.fifo",
    "2": "trace.policy.lifo",
    "3": "trace.policy.prorata",
    "4": "trace.policy.tracedFirst",
    "5": "trace.policy.cleanFirst",
  },
  number: { o: "frame.help.chart", x: "frame.help.clear" },
  chart: {
    v: "chart.tool.select",
    l: "chart.tool.lasso",
    h: "chart.tool.pan",
    e: "frame.help.expand",
    p: "frame.help.path",
    f: "frame.help.fit",
    "+": "frame.help.zoom",
    "-": "frame.help.zoom",
    "/": "chart.find.name",
    d: "frame.help.disable",
    Delete: "frame.help.hide",
    "$mod+z": "frame.help.undo",
    "$mod+y": "frame.help.redo",
    "$mod+Shift+z": "frame.help.redo",
    "$mod+a": "frame.help.all",
    Escape: "frame.help.back",
    ArrowLeft: "frame.help.nudge",
    ArrowRight: "frame.help.nudge",
    ArrowUp: "frame.help.nudge",
    ArrowDown: "frame.help.nudge",
  },
  board: { F5: "frame.help.present", "$mod+z": "frame.help.undo", "$mod+y": "frame.help.redo" },
  report: { F7: "frame.help.nextBare" },
} as const satisfies Readonly<Record<string, KeyList>>;

export type KeyedView = keyof typeof viewKeyLists;

/** What the stage of a meeting takes; its own help shows the same list. */
export const stageKeyList = {
  ArrowLeft: "review.keys.scene",
  ArrowRight: "review.keys.scene",
  PageUp: "review.keys.scene",
  PageDown: "review.keys.scene",
  " ": "review.keys.scene",
  Home: "review.keys.ends",
  End: "review.keys.ends",
  "1…9": "review.keys.clue",
  m: "review.keys.minute",
  l: "review.keys.laser",
  p: "review.keys.pen",
  e: "review.keys.wipe",
  n: "review.keys.notes",
  b: "review.keys.blank",
  d: "review.keys.dark",
  f: "review.keys.full",
  "?": "review.keys.help",
  Escape: "review.keys.leave",
} as const satisfies KeyList;

const caps: Readonly<Record<string, string>> = {
  $mod: "Ctrl",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Delete: "Del",
  Escape: "Esc",
  Enter: "↵",
  " ": "␣",
  "-": "−",
};

/** `$mod+Shift+z` → `Ctrl Shift Z`, as it is printed on keys. */
export function capOf(key: string): string {
  const parts = key === "+" ? [key] : key.split("+");
  const shown = parts[0] === "Shift" && parts[1] === "?" ? ["?"] : parts;
  return shown.map((part) => caps[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(" ");
}

/** One line for each word: all keys that do it. */
export function keyRows(list: KeyList): readonly { readonly word: string; readonly keys: string }[] {
  const rows = Map.groupBy(Object.entries(list), ([, word]) => word);
  return [...rows].map(([word, entries]) => ({ word, keys: entries.map(([key]) => capOf(key)).join(" / ") }));
}
