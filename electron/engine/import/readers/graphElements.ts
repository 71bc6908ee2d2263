// What the elements of GraphML and GEXF mean: nodes and edges with their named values. Layout, spells and ports are passed over.
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
  readonly start: string;
  readonly end: string;
  readonly directed: boolean;
  kind: string;
  readonly values: Map<string, string>;
}

interface Key {
  readonly name: string;
  readonly domain: string;
  standard: string | null;
}

type Attributes = ReadonlyMap<string, string>;

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
  #isDirected = true;

  constructor(take: (item: GraphItem) => void) {
    this.#take = take;
  }

  open(name: string, attributes: Attributes, line: number): void {
    this.#openers[name]?.(attributes, line);
  }

  readonly #openers: Readonly<Record<string, (attributes: Attributes, line: number) => void>> = {
    graph: (found) => {
      this.#isDirected = (found.get("edgedefault") ?? found.get("defaultedgetype")) !== "undirected";
    },
    attributes: (found) => {
      this.#domain = found.get("class") ?? "node";
    },
    key: (found) => this.#declare(found, found.get("attr.name") ?? found.get("id"), found.get("for") ?? "all"),
    attribute: (found) => this.#declare(found, found.get("title") ?? found.get("id"), this.#domain),
    default: () => this.#startText(),
    data: (found) => this.#startData(found.get("key") ?? ""),
    attvalue: (found) => this.#put(found.get("for") ?? found.get("id") ?? "", found.get("value") ?? ""),
    node: (found, line) => this.#begin(found, false, line),
    edge: (found, line) => this.#begin(found, true, line),
    hyperedge: (_found, line) => {
      throw new XmlFault("graph-hyperedge", line);
    },
  };

  #declare(found: Attributes, name: string | undefined, domain: string): void {
    const id = found.get("id") ?? "";
    this.#key = { name: name || id, domain, standard: null };
    this.#keys.set(`${domain}|${id}`, this.#key);
  }

  #startText(): void {
    this.#text = "";
  }

  #startData(key: string): void {
    this.#data = key;
    this.#startText();
  }

  #keyOf(id: string, isEdge: boolean): string {
    const key = this.#keys.get(`${isEdge ? "edge" : "node"}|${id}`) ?? this.#keys.get(`all|${id}`);
    return key?.name ?? id;
  }

  #put(id: string, value: string): void {
    const item = this.#items.at(-1);
    if (item) item.values.set(this.#keyOf(id, item.isEdge), value);
  }

  #begin(found: Attributes, isEdge: boolean, line: number): void {
    const get = (name: string) => found.get(name)?.trim() ?? "";
    if (isEdge && (get("source") === "" || get("target") === "")) throw new XmlFault("graph-edge-without-end", line);
    if (!isEdge && get("id") === "") throw new XmlFault("graph-node-without-id", line);
    const type = get("directed") || get("type");
    const directed = type === "" ? this.#isDirected : type !== "undirected" && type !== "false";
    const ends = { from: isEdge ? get("source") : "", to: isEdge ? get("target") : "" };
    const kind = isEdge ? get("kind") || get("label") : "";
    const item = {
      isEdge,
      id: get("id"),
      label: get("label"),
      weight: get("weight"),
      directed,
      kind,
      values: new Map(),
      start: get("start"),
      end: get("end"),
      ...ends,
    };
    this.#items.push(item);
  }

  text(value: string): void {
    if (this.#text !== null) this.#text += value;
  }

  close(name: string): void {
    if (name === "default") {
      if (this.#key !== null) this.#key.standard = (this.#text ?? "").trim();
      this.#text = null;
    } else if (name === "data") {
      this.#put(this.#data ?? "", (this.#text ?? "").trim());
      this.#text = null;
    } else if (name === "node" || name === "edge") this.#finish(this.#items.pop()!);
  }

  #finish(item: GraphItem): void {
    const domain = item.isEdge ? "edge" : "node";
    for (const key of this.#keys.values())
      if (key.standard !== null && (key.domain === domain || key.domain === "all") && !item.values.has(key.name))
        item.values.set(key.name, key.standard);
    for (const [name, value] of item.values) {
      if (item.isEdge && item.weight === "" && /^weight$/i.test(name)) item.weight = value;
      if (item.isEdge && item.kind === "" && kindNames.has(name.toLowerCase())) item.kind = value;
      if (!item.isEdge && item.label === "" && /^(label|name)$/i.test(name)) item.label = value;
    }
    this.#take(item);
  }
}
