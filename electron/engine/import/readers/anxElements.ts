// What the elements of an i2 Analyst's Notebook chart (.anx) mean: entities and links with their attributes, cards, dates, grades and places on the
// sheet. Drawing (styles, fonts, frames) is passed over; texts and frames that stand on the sheet without an entity are counted.
import type { GraphItem } from "./graphElements.ts";
import { type GraphXmlHandlers, XmlFault } from "./graphXml.ts";

type Attributes = ReadonlyMap<string, string>;

/** One ChartItem while it is read. */
interface OpenItem {
  readonly line: number;
  readonly head: Attributes;
  readonly values: Map<string, string>;
  body: { readonly isLink: boolean; readonly found: Attributes } | null;
  type: string;
  arrow: string;
  strength: string;
  cards: number;
}

/** Words that i2's type libraries use for the kinds that we know; all others keep their own name. */
const kinds: readonly (readonly [kind: string, form: RegExp])[] = [
  ["person", /^(?:person|people|man|woman|suspect|victim|witness|male|female|人|人员|人物|男|女|男性|女性|嫌疑人|受害人)$/i],
  ["phone", /^(?:phone|telephone|mobile(?: ?phone)?|cell ?phone|sim(?: card)?|电话|手机|手机号码?|号码)$/i],
  ["account", /^(?:(?:bank )?account|bank ?card|credit ?card|账户|帐户|账号|银行卡|银行账户)$/i],
  ["vehicle", /^(?:vehicle|car|truck|van|motorcycle|车|车辆|汽车)$/i],
  ["organisation", /^(?:organi[sz]ation|company|business|office|组织|单位|公司|机构)$/i],
  ["place", /^(?:place|location|address|house|building|地点|地址|住址|场所)$/i],
  ["case", /^(?:case|incident|案件|警情)$/i],
];

const kindOfType = (type: string): string => kinds.find(([, form]) => form.test(type.trim()))?.[0] ?? type;

const grades = ["GradeOne", "GradeTwo", "GradeThree"] as const;
const identityForm = /^\d{17}[\dXx]$|^\d{15}$/;

export class AnxElements implements GraphXmlHandlers {
  /** Items of the sheet that are no entity and no link. */
  passedOver = 0;
  readonly #take: (item: GraphItem) => void;
  readonly #named = new Map<string, string>();
  readonly #words = new Map<string, string[]>();
  #grade = "";
  #item: OpenItem | null = null;

  constructor(take: (item: GraphItem) => void) {
    this.#take = take;
  }

  open(name: string, found: Attributes, line: number): void {
    if (grades.includes(name as (typeof grades)[number]) || name === "SourceHints") this.#grade = name;
    else this.#openers[name]?.(found, line);
  }

  readonly #openers: Readonly<Record<string, (found: Attributes, line: number) => void>> = {
    AttributeClass: (found) => this.#declare(found),
    EntityType: (found) => this.#declare(found),
    LinkType: (found) => this.#declare(found),
    String: (found) => this.#words.set(this.#grade, [...(this.#words.get(this.#grade) ?? []), found.get("Text") ?? ""]),
    ChartItem: (head, line) => {
      this.#item = { line, head, values: new Map(), body: null, type: "", arrow: "", strength: "", cards: 0 };
    },
    Entity: (found) => this.#body(false, found),
    Link: (found) => this.#body(true, found),
    End: (found) => {
      for (const axis of ["X", "Y"]) this.#put(axis.toLowerCase(), found.get(axis));
    },
    IconStyle: (found) => this.#style(found, "EntityTypeReference"),
    LinkStyle: (found) => {
      this.#style(found, "LinkTypeReference");
      if (this.#item) this.#item.arrow ||= found.get("ArrowStyle") ?? "";
      this.#put("strength", found.get("Strength"));
    },
    Attribute: (found) => {
      const name = found.get("AttributeClass") ?? this.#named.get(found.get("AttributeClassReference") ?? "") ?? "attribute";
      this.#put(name, found.get("Value"));
    },
    Card: (found) => this.#card(found),
  };

  #declare(found: Attributes): void {
    const [id, name] = [found.get("Id") ?? found.get("ID") ?? "", found.get("Name") ?? ""];
    if (id !== "") this.#named.set(id, name);
  }

  #body(isLink: boolean, found: Attributes): void {
    if (this.#item) this.#item.body ??= { isLink, found };
  }

  #style(found: Attributes, reference: string): void {
    if (this.#item) this.#item.type ||= found.get("Type") ?? this.#named.get(found.get(reference) ?? "") ?? "";
  }

  /** A value that stands already under this name keeps its place; the next one is numbered. */
  #put(name: string, value: string | undefined): void {
    if (!this.#item || value === undefined || value.trim() === "") return;
    const { values } = this.#item;
    let free = name;
    for (let n = 2; values.has(free) && values.get(free) !== value.trim(); n++) free = `${name} ${n}`;
    values.set(free, value.trim());
  }

  #card(found: Attributes): void {
    if (!this.#item) return;
    const name = this.#item.cards++ === 0 ? "card" : `card ${this.#item.cards}`;
    const words = [dateOf(found), found.get("Summary"), found.get("Text"), found.get("SourceReference")];
    this.#put(name, words.filter((word) => word).join(" "));
    this.#grades(found, `${name} `);
  }

  #grades(found: Attributes, prefix: string): void {
    for (const grade of grades) {
      const at = found.get(`${grade}Index`);
      const word = at === undefined ? (found.get(`${grade}Reference`) ?? "") : (this.#words.get(grade)?.[Number(at)] ?? "");
      this.#put(`${prefix}${gradeNames[grade]}`, word);
    }
  }

  text(): void {}

  close(name: string): void {
    if (grades.includes(name as (typeof grades)[number]) || name === "SourceHints") this.#grade = "";
    if (name !== "ChartItem" || this.#item === null) return;
    const item = this.#item;
    const { head, body } = item;
    if (body === null) this.passedOver += 1;
    else {
      this.#put("description", head.get("Description"));
      this.#put("source reference", head.get("SourceReference"));
      this.#put("source type", head.get("SourceType"));
      this.#grades(head, "");
      this.#take(body.isLink ? this.#link(item, body.found) : this.#entity(item, body.found));
    }
    this.#item = null;
  }

  #entity(item: OpenItem, found: Attributes): GraphItem {
    const nodeId = found.get("EntityId") ?? found.get("Identity") ?? "";
    const identity = found.get("Identity")?.trim() || item.head.get("Label")?.trim() || nodeId;
    if (nodeId === "" || identity === "") throw new XmlFault("graph-node-without-id", item.line);
    const kind = kindOfType(item.type);
    this.#put("date", dateOf(item.head));
    // Names are no keys: two charts may each have a person of the same name.
    const id = kind === "person" && !identityForm.test(identity) ? `#${nodeId}` : identity;
    const label = item.head.get("Label")?.trim() || identity;
    return { ...emptyItem, isEdge: false, id, nodeId, label, kind, values: item.values };
  }

  #link(item: OpenItem, found: Attributes): GraphItem {
    const [one, two] = [found.get("End1Id") ?? "", found.get("End2Id") ?? ""];
    if (one === "" || two === "") throw new XmlFault("graph-edge-without-end", item.line);
    const label = item.head.get("Label")?.trim() ?? "";
    const kind = item.type || label;
    if (label !== "" && label !== kind) this.#put("label", label);
    const isBack = /tail/i.test(item.arrow);
    const ends = isBack ? { from: two, to: one } : { from: one, to: two };
    const start = dateOf(item.head) ?? "";
    return { ...emptyItem, ...ends, isEdge: true, kind, start, directed: isBack || /head/i.test(item.arrow), values: item.values };
  }
}

const emptyItem = { id: "", label: "", from: "", to: "", weight: "", start: "", end: "", directed: false };

const gradeNames = { GradeOne: "grade 1", GradeTwo: "grade 2", GradeThree: "grade 3" } as const;

/** `DateSet` and `TimeSet` say which part of the stamp means anything; without them all of it does. */
function dateOf(found: Attributes): string | undefined {
  const stamp = found.get("DateTime");
  if (stamp === undefined || stamp === "" || found.get("DateSet") === "false") return undefined;
  const [date, clock] = stamp.split(/[T ]/);
  return found.get("TimeSet") === "false" || clock === undefined ? date! : `${date} ${clock.replace(/\.\d+/, "")}`;
}
