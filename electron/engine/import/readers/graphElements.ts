// What the elements of GraphML and GEXF mean: nodes and edges with their named values, parents, ports, spells and looks. Nothing that stands in a
// node or an edge is passed over.
import { lookOf } from "./graphLook.ts";
import { type GraphXmlHandlers, XmlFault } from "./graphXml.ts";

export interface GraphItem {
  readonly isEdge: boolean;
  readonly id: string;
  /** What edges call the node, where that is not its key. */
  readonly nodeId?: string;
  label: string;
  readonly from: string;
  readonly to: string;
  weight: string;
  /** When an edge began and ended, as written. */
  start: string;
  end: string;
  readonly directed: boolean;
  kind: string;
  readonly values: Map<string, string>;
}

interface Key {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** Drawing of yEd: its label and its look are read from the elements inside. */
  readonly isDrawing: boolean;
  standard: string | null;
}

/** Attributes of the elements `node` and `edge` that have a place of their own; any other one is a value. */
const placed = new Set(["id", "label", "source", "target", "directed", "start", "end", "startopen", "endopen"]);
const placedOnEdges = new Set([...placed, "weight", "kind", "type"]);

type Attributes = ReadonlyMap<string, string>;

/** Name under which a chart of ours tells the kinds of its nodes: no other program means the same by it. */
export const ownKind = "caseweave.kind";

const kindNames = new Set(["label", "type", "kind", "relationship"]);

/** Gives out each node and edge when its element closes. */
export class GraphElements implements GraphXmlHandlers {
  readonly #take: (item: GraphItem) => void;
  readonly #keys = new Map<string, Key>();
  readonly #items: GraphItem[] = [];
  #key: Key | null = null;
  #data: string | null = null;
  #text: string | null = null;
  #domain = "";
  /** Whether edges of the graphs that are open have a direction; nested graphs may differ. */
  readonly #directions: boolean[] = [];

  constructor(take: (item: GraphItem) => void) {
    this.#take = take;
  }

  open(name: string, attributes: Attributes, line: number): void {
    const look = lookOf.get(name);
    if (look) for (const [key, value] of look(attributes)) this.#add(key, value);
    else if (Object.hasOwn(this.#openers, name)) this.#openers[name]?.(attributes, line);
  }

  readonly #openers: Readonly<Record<string, (attributes: Attributes, line: number) => void>> = {
    graph: (found) => {
      this.#directions.push((found.get("edgedefault") ?? found.get("defaultedgetype")) !== "undirected");
    },
    attributes: (found) => {
      this.#domain = found.get("class") ?? "node";
    },
    key: (found) => this.#declare(found, found.get("attr.name") ?? found.get("id"), found.get("for") ?? "all"),
    attribute: (found) => this.#declare(found, found.get("title") ?? found.get("id"), this.#domain),
    default: () => this.#startText(),
    desc: () => this.#startText(),
    NodeLabel: () => this.#startText(),
    EdgeLabel: () => this.#startText(),
    data: (found) => this.#startData(found.get("key") ?? ""),
    attvalue: (found) => this.#put(found.get("for") ?? found.get("id") ?? "", withPeriod(found.get("value") ?? "", found)),
    spell: (found) => this.#takeSpell(found),
    port: (found) => this.#add("port", found.get("name") ?? ""),
    parent: (found) => this.#add("parent", found.get("for") ?? ""),
    node: (found, line) => this.#begin(found, false, line),
    edge: (found, line) => this.#begin(found, true, line),
    hyperedge: (_found, line) => {
      throw new XmlFault("graph-hyperedge", line);
    },
  };

  /** Two keys of one name are two columns. */
  #declare(found: Attributes, told: string | undefined, domain: string): void {
    const id = found.get("id") ?? "";
    const name = told || id;
    const isUsed = [...this.#keys.values()].some((key) => key.name === name && key.id !== id && overlaps(key.domain, domain));
    this.#key = { id, name: isUsed ? `${name} (${id})` : name, domain, isDrawing: found.has("yfiles.type"), standard: null };
    this.#keys.set(`${domain}|${id}`, this.#key);
  }

  /** A value for the innermost node or edge; a second one that differs stands beside the first. */
  #add(name: string, value: string): void {
    const item = this.#items.at(-1);
    if (!item || value === "") return;
    const known = item.values.get(name);
    if (known === undefined || known === "") item.values.set(name, value);
    else if (!known.split("; ").includes(value)) item.values.set(name, `${known}; ${value}`);
  }

  /** The link stands from its first spell to its last; the spells themselves stay readable where there are several. */
  #takeSpell(found: Attributes): void {
    const item = this.#items.at(-1);
    if (!item) return;
    const [start, end] = [found.get("start") ?? found.get("startopen") ?? "", found.get("end") ?? found.get("endopen") ?? ""];
    this.#add("spells", `${start} – ${end}`.trim());
    const spells = (item.values.get("spells") ?? "").split("; ").length;
    if (spells === 1 && item.start === "" && item.end === "") [item.start, item.end] = [start, end];
    else [item.start, item.end] = [earlier(item.start, start, 1), earlier(item.end, end, -1)];
  }

  #startText(): void {
    this.#text = "";
  }

  #startData(key: string): void {
    this.#data = key;
    this.#startText();
  }

  #keyOf(id: string, isEdge: boolean): string {
    return this.#declared(id, isEdge)?.name ?? id;
  }

  #declared(id: string, isEdge: boolean): Key | undefined {
    return this.#keys.get(`${isEdge ? "edge" : "node"}|${id}`) ?? this.#keys.get(`all|${id}`);
  }

  #put(id: string, value: string): void {
    const item = this.#items.at(-1);
    if (!item || this.#declared(id, item.isEdge)?.isDrawing) return;
    if (value === "") item.values.set(this.#keyOf(id, item.isEdge), item.values.get(this.#keyOf(id, item.isEdge)) ?? "");
    else this.#add(this.#keyOf(id, item.isEdge), value);
  }

  #begin(found: Attributes, isEdge: boolean, line: number): void {
    const get = (name: string) => found.get(name)?.trim() ?? "";
    if (isEdge && (get("source") === "" || get("target") === "")) throw new XmlFault("graph-edge-without-end", line);
    if (!isEdge && get("id") === "") throw new XmlFault("graph-node-without-id", line);
    const type = get("directed") || get("type");
    const directed = type === "" ? (this.#directions.at(-1) ?? true) : !["undirected", "mutual", "false"].includes(type.toLowerCase());
    const parent = isEdge ? undefined : this.#items.findLast((item) => !item.isEdge)?.id;
    const item: GraphItem = {
      isEdge,
      id: get("id"),
      label: get("label"),
      weight: isEdge ? get("weight") : "",
      directed,
      kind: isEdge ? get("kind") || get("label") : "",
      values: new Map(),
      start: get("start") || get("startopen") || get("timestamp"),
      end: get("end") || get("endopen"),
      from: isEdge ? get("source") : "",
      to: isEdge ? get("target") : "",
    };
    this.#items.push(item);
    this.#add("parent", get("pid") || (parent ?? ""));
    for (const [name, value] of found) if (!(isEdge ? placedOnEdges : placed).has(name) && name !== "pid") this.#add(name, value.trim());
    if (isEdge && get("type") === "mutual") this.#add("direction", "mutual");
    if (isEdge && item.kind !== item.label) this.#add("label", item.label);
  }

  text(value: string): void {
    if (this.#text !== null) this.#text += value;
  }

  close(name: string): void {
    if (name === "graph") this.#directions.pop();
    else if (name === "NodeLabel" || name === "EdgeLabel") this.#takeLabel();
    else if (name === "desc") {
      this.#add("desc", (this.#text ?? "").trim());
      this.#text = null;
    } else if (name === "default") {
      if (this.#key !== null) this.#key.standard = (this.#text ?? "").trim();
      this.#text = null;
    } else if (name === "data") {
      this.#put(this.#data ?? "", (this.#text ?? "").trim());
      this.#text = null;
    } else if (name === "node" || name === "edge") this.#finish(this.#items.pop()!);
  }

  /** The words on a drawing of yEd. */
  #takeLabel(): void {
    const item = this.#items.at(-1);
    const words = (this.#text ?? "").trim();
    this.#text = null;
    if (!item || words === "") return;
    if (!item.isEdge && item.label === "") item.label = words;
    else if (item.isEdge && item.kind === "") item.kind = words;
    else if (words !== item.label && words !== item.kind) this.#add("label", words);
  }

  #finish(item: GraphItem): void {
    const domain = item.isEdge ? "edge" : "node";
    if (!item.values.get("spells")?.includes("; ")) item.values.delete("spells");
    if (!item.isEdge) for (const part of ["start", "end"] as const) if (item[part] !== "") item.values.set(part, item[part]);
    for (const key of this.#keys.values())
      if (key.standard !== null && (key.domain === domain || key.domain === "all") && !item.values.has(key.name))
        item.values.set(key.name, key.standard);
    for (const [name, value] of item.values) {
      if (item.isEdge && item.weight === "" && /^weight$/i.test(name)) item.weight = value;
      if (item.isEdge && item.kind === "" && kindNames.has(name.toLowerCase())) item.kind = value;
      if (!item.isEdge && item.label === "" && /^(label|name)$/i.test(name)) item.label = value;
    }
    this.#take(item.isEdge ? item : ofKind(item));
  }
}

const identityForm = /^\d{17}[\dXx]$|^\d{15}$/;

/** A node of a chart of ours tells its kind; names and running numbers are no keys of people. */
function ofKind(item: GraphItem): GraphItem {
  const kind = item.values.get(ownKind) ?? "";
  item.values.delete(ownKind);
  if (kind === "") return item;
  const isNamed = kind === "person" && !identityForm.test(item.id);
  return { ...item, kind, nodeId: item.id, id: isNamed ? `#${item.id}` : item.id };
}

const overlaps = (a: string, b: string): boolean => a === b || a === "all" || b === "all";

/** A value that holds for a time only says so. */
function withPeriod(value: string, found: Attributes): string {
  const [start, end] = [
    found.get("start") ?? found.get("startopen") ?? found.get("timestamp") ?? "",
    found.get("end") ?? found.get("endopen") ?? "",
  ];
  return start === "" && end === "" ? value : `${value} [${start} – ${end}]`;
}

/** The earlier of two moments, with -1 the later one; numbers as numbers, dates as they are written. An open end stays open. */
function earlier(a: string, b: string, sign: 1 | -1): string {
  if (a === "" || b === "") return "";
  const difference = Number.isNaN(Number(a) - Number(b)) ? (a < b ? -1 : 1) : Number(a) - Number(b);
  return difference * sign < 0 ? a : b;
}
