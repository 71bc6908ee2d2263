// Builds what linking needs from the store: cases with their attributes, identifiers, places and what lies one step further.
import type {
  CaseIdentifier,
  CaseRecord,
  Exclusion,
  IdentifierRole,
  LinkInput,
  ModusField,
  NearIdentifier,
  PairVerdict,
  StandardSpot,
} from "../../../shared/link/caseData.ts";
import { features } from "../../../shared/link/features/index.ts";
import { publicReason } from "../../../shared/link/publicEntities.ts";
import { noEdits } from "../../../shared/link/weightEdits.ts";
import { standardCategory } from "../../../shared/model/crimeCategory.ts";
import { fenOf } from "../../../shared/model/money.ts";
import type { Citation } from "../../../shared/model/source.ts";
import { parseIsoTime } from "../../../shared/model/time.ts";
import type { ReadableDb } from "../store/sqlite/database.ts";
import * as facts from "../store/sqlite/tables/caseFacts.ts";
import { listIdentityPairs } from "../store/sqlite/tables/identityOf.ts";
import type { IdentityChange } from "../store/sqlite/tables/judgedIdentity.ts";
import type { LinkedFrom } from "../store/sqlite/tables/linkFollow.ts";
import { listExclusions, listPairVerdicts, listSeriesOfCases } from "../store/sqlite/tables/linkState.ts";
import { readWeightEdits } from "../store/sqlite/tables/weightEdits.ts";
import { type CitationReader, citationReader, joinRows, rowsOf, type StatedRow, stateRow, withCitation } from "./citedRows.ts";
import { loadNear } from "./loadNear.ts";
import { OneName } from "./oneName.ts";
import { readSpots } from "./standardSpots.ts";

/** Roles of the law-breaker's side; victim's words; everything else is merely mentioned. */
const roleSides: Readonly<Record<string, IdentifierRole>> = {
  suspect: "offender",
  offender: "offender",
  payee: "offender",
  caller: "offender",
  lure: "offender",
  contact: "offender",
  tool: "offender",
  website: "offender",
  app: "offender",
  victim: "victim",
  reporter: "victim",
  payer: "victim",
};

interface Draft {
  readonly entity: facts.CaseEntity;
  readonly attributes: Map<string, string[]>;
  readonly identifiers: Map<string, CaseIdentifier>;
  /** What its identifiers are, each once whatever its numbers. */
  readonly roots: Set<number>;
  readonly suspects: Set<string>;
  readonly rows: StatedRow[];
  placeId: number | null;
  place: string | null;
}

/** Series and judgements of case pairs as some run saw them. */
export type SeenBy = Pick<LinkedFrom, "groupRun" | "decision">;

/** `change`: as if two entities had been judged already. `seen`: with series and judgements of that time. */
export function loadLinkInput(db: ReadableDb, change: IdentityChange | null = null, seen: SeenBy | null = null): LinkInput {
  const names = new OneName();
  const drafts = loadDrafts(db, names, change);
  const citations = citationReader(db);
  const named = loadIdentifiers(db, drafts, names, citations);
  const places = loadPlaces(db, drafts);
  const spots = readSpots(db);
  const near = loadNear(db, names, named);
  const unique = new Set(drafts.values());
  const exclusions = loadExclusions(db, unique);
  const shut = new Set(exclusions.map(({ entity }) => entity));
  const cases = [...unique].map((draft) => toRecord(draft, places, spots, { near, shut }, citations));
  return {
    cases: cases.sort((a, b) => (a.number < b.number ? -1 : 1)),
    verdicts: listPairVerdicts(db, seen?.decision ?? null) as PairVerdict[],
    exclusions,
    series: listSeriesOfCases(db, seen?.groupRun ?? null),
    aliases: loadAliases(db, drafts),
    edits: readWeightEdits(db) ?? noEdits,
  };
}

/** Incident numbers, and numbers of cases that turned out to be another's, by the number that the case stands under. */
function loadAliases(db: ReadableDb, drafts: Map<number, Draft>): Record<string, string> {
  const joined = facts.listCaseEntities(db).map(({ id, number }) => [number, drafts.get(id)!.entity.number] as const);
  const incidents = [...new Set(drafts.values())].flatMap(({ entity, attributes }) =>
    (attributes.get("case.incidentNumber") ?? []).map((incident) => [incident, entity.number] as const),
  );
  return Object.fromEntries([...incidents, ...joined].filter(([alias, number]) => alias !== number));
}

/** A case and its incident number are one draft, under the number that has more to say. */
function loadDrafts(db: ReadableDb, names: OneName, change: IdentityChange | null): Map<number, Draft> {
  const drafts = new Map<number, Draft>();
  for (const entity of facts.listCaseEntities(db)) {
    drafts.set(entity.id, {
      entity,
      attributes: new Map(),
      identifiers: new Map(),
      roots: new Set(),
      suspects: new Set(),
      rows: [],
      placeId: null,
      place: null,
    });
  }
  for (const attribute of facts.iterateCaseAttributes(db)) addAttribute(drafts.get(attribute.id), attribute);
  for (const { a, b } of listIdentityPairs(db, change)) names.join(a, b);
  for (const { a, b } of facts.listSamePairs(db)) names.join(a, b);
  names.learn(db);
  for (const { a, b } of facts.listSameCases(db)) joinDrafts(drafts, a, b);
  return drafts;
}

/** Of an attribute with one value the first counts: a row that states another one is no witness of it. */
function addAttribute(draft: Draft | undefined, attribute: facts.CaseAttribute): void {
  if (!draft) return;
  const { name, value } = attribute;
  const known = draft.attributes.get(name);
  if (known) known.push(value);
  else draft.attributes.set(name, [value]);
  if (name.startsWith("modus.")) stateRow(draft.rows, attribute, "modus");
  else if (citedAttributes.has(name) && (!known || known[0] === value)) stateRow(draft.rows, attribute, name);
}

const citedAttributes: ReadonlySet<string> = new Set(features.flatMap(({ attributes }) => attributes?.flat() ?? []));

function joinDrafts(drafts: Map<number, Draft>, a: number, b: number): void {
  const left = drafts.get(a);
  const right = drafts.get(b);
  if (!left || !right || left === right) return;
  const [kept, other] = left.attributes.size >= right.attributes.size ? [left, right] : [right, left];
  for (const [name, values] of other.attributes) if (!kept.attributes.has(name)) kept.attributes.set(name, values);
  joinRows(kept.rows, other.rows);
  for (const [id, draft] of drafts) if (draft === other) drafts.set(id, kept);
}

/** Gives what stands in cases by what it is, with its name. */
function loadIdentifiers(db: ReadableDb, drafts: Map<number, Draft>, names: OneName, cite: CitationReader): Map<number, string> {
  const subtypes = new Map(facts.listNetidTypes(db).map(({ id, value }) => [id, value]));
  const named = new Map<number, string>();
  for (const link of facts.iterateCaseLinks(db)) {
    const draft = drafts.get(link.caseId);
    if (!draft) continue;
    const root = names.rootOf(link.entityId);
    const name = names.nameOf({ ...link, id: link.entityId });
    named.set(root, name.ref);
    if (link.kind === "person" && link.role === "suspect") draft.suspects.add(name.ref);
    draft.roots.add(root);
    addIdentifier(draft, { ...link, ...name }, subtypes.get(name.id) ?? "", cite(link));
  }
  return named;
}

function addIdentifier(draft: Draft, link: facts.CaseLink & { readonly ref: string }, subtype: string, citation: Citation): void {
  const { ref, kind, label } = link;
  const role = roleSides[link.role] ?? "neutral";
  const known = draft.identifiers.get(ref);
  const citations = withCitation(known?.citations ?? [], citation);
  const said = known && isSurer(known, { role, origin: link.origin }) ? known : { role, origin: link.origin };
  draft.identifiers.set(ref, { entity: ref, kind, subtype, label, role: said.role, origin: said.origin, citations });
}

type SaidRole = Pick<CaseIdentifier, "role" | "origin">;

/** A column states whose an identifier is, a brief only lets it be guessed. */
function isSurer(one: SaidRole, other: SaidRole): boolean {
  if (one.origin !== other.origin) return one.origin === "column";
  return rolePriority[one.role] >= rolePriority[other.role];
}

const rolePriority = { victim: 2, offender: 1, neutral: 0 } as const;

interface Point {
  x: number | null;
  y: number | null;
  planar: boolean;
}

function loadPlaces(db: ReadableDb, drafts: Map<number, Draft>): Map<number, Point> {
  for (const place of facts.listCasePlaces(db)) {
    const draft = drafts.get(place.caseId);
    if (draft && draft.placeId === null) Object.assign(draft, { placeId: place.placeId, place: place.label });
    if (draft?.placeId === place.placeId) stateRow(draft.rows, place, "place");
  }
  const points = new Map<number, Point>();
  for (const { id, name, value } of facts.iteratePlaceAttributes(db)) {
    const point = points.get(id) ?? { x: null, y: null, planar: false };
    if (name === "place.planar") point.planar = value === "true";
    else if (name === "place.longitude" || name === "place.x") point.x ??= Number(value);
    else point.y ??= Number(value);
    points.set(id, point);
  }
  return points;
}

/** What is reached in one step, and identifiers that no step may start from: who calls a hotline is nobody's contact. */
interface Steps {
  readonly near: ReadonlyMap<number, NearIdentifier[]>;
  readonly shut: ReadonlySet<string>;
}

function toRecord(
  draft: Draft,
  places: Map<number, Point>,
  spots: ReadonlyMap<number, StandardSpot>,
  { near, shut }: Steps,
  cite: CitationReader,
): CaseRecord {
  const { entity, attributes } = draft;
  const first = (name: string) => attributes.get(name)?.[0] ?? null;
  const time = (name: string) => parseIsoTime(first(name), entity.utcOffset);
  const from = time("case.from");
  const until = time("case.until") ?? from;
  const overBy = from ?? until ?? time("case.reported") ?? time("case.filed");
  const point = draft.placeId === null ? undefined : places.get(draft.placeId);
  const identifiers = [...draft.identifiers.values()].sort((a, b) => (a.entity < b.entity ? -1 : 1));
  return {
    number: entity.number,
    type: standardCategory(first("case.type")),
    unit: first("case.unit"),
    from: from?.at ?? null,
    until: until?.at ?? null,
    ...(until === null && overBy !== null && { overBy: overBy.at }),
    hasClock: Boolean(from?.hasClock && until?.hasClock),
    x: point?.x ?? null,
    y: point?.y ?? null,
    planar: point?.planar ?? false,
    place: draft.place,
    ...(draft.placeId !== null && spots.has(draft.placeId) && { standard: spots.get(draft.placeId)! }),
    lossFen: fenOf(first("case.loss")),
    modus: readModus(attributes),
    brief: first("case.brief"),
    identifiers,
    near: [...draft.roots]
      .flatMap((root) => near.get(root) ?? [])
      .filter(({ entity: far, via }) => !draft.identifiers.has(far) && !shut.has(via)),
    suspects: [...draft.suspects].sort(),
    rows: rowsOf(
      draft.rows,
      identifiers.flatMap(({ citations }) => citations),
      entity,
      cite,
    ),
    utcOffset: overBy?.utcOffset ?? entity.utcOffset,
  };
}

function readModus(attributes: Map<string, string[]>): ModusField[] {
  const fields = [...attributes].filter(([name]) => name.startsWith("modus."));
  return fields
    .map(([name, values]) => ({ name: name.slice("modus.".length), values: [...new Set(values)].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The analyst's list, and the public numbers and settlement accounts that stand in cases: they weigh nothing and say why. */
function loadExclusions(db: ReadableDb, drafts: Iterable<Draft>): Exclusion[] {
  const reasons = new Map(listExclusions(db).map(({ entity, reason }) => [entity, reason]));
  for (const { identifiers } of drafts) {
    for (const { entity, kind, label } of identifiers.values()) {
      const reason = publicReason(kind, entity.slice(kind.length + 1), label);
      if (reason && !reasons.has(entity)) reasons.set(entity, reason);
    }
  }
  return [...reasons].map(([entity, reason]) => ({ entity, reason })).sort((a, b) => (a.entity < b.entity ? -1 : 1));
}
