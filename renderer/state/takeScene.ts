// Scenes out of what is known: one from the open chart, or the first draft of a whole storyboard from a series.
import { chartDocumentSchema } from "../../shared/chart/document.ts";
import type { ChartElements } from "../../shared/chart/elements.ts";
import { type ChartModel, toDocument } from "../../shared/chart/graphModel.ts";
import { isCarried, plainArrangement } from "../../shared/chart/marks.ts";
import { isFaded } from "../../shared/chart/muted.ts";
import type { SeriesDetail, SharedIdentifier } from "../../shared/group/calls.ts";
import { arrangeScene } from "../../shared/review/stage/arrangeScene.ts";
import { type SceneWords, sceneLabel } from "../../shared/review/stage/sceneLabels.ts";
import { springPlaces } from "../../shared/review/stage/springPlaces.ts";
import { sceneBox } from "../../shared/review/stage/stageLook.ts";
import type { Scene, Storyboard } from "../../shared/review/storyboard.ts";

export type NewScene = Omit<Scene, "id">;

const blank: Omit<NewScene, "document"> = {
  caption: "",
  line: "",
  notes: "",
  seconds: null,
  camera: null,
  highlights: [],
  clues: [],
};

/** Where the latest scenes of a storyboard have put what they show. */
export function placesOf({ scenes }: Storyboard): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  return new Map(scenes.flatMap(({ document }) => document.nodes.map(({ ref, x, y }) => [ref, { x, y }] as const)));
}

/** What of a chart goes onto a scene: all that its filter does not fade. */
function shownOf(model: ChartModel): ChartModel {
  const nodes = new Map([...model.nodes].filter(([, node]) => !isFaded(model.filter, node)));
  const kept = <T>(map: ReadonlyMap<string, T>) => new Map([...map].filter(([ref]) => nodes.has(ref)));
  const links = new Map([...model.links].filter(([, { from, to }]) => nodes.has(from) && nodes.has(to)));
  return { ...model, nodes, positions: kept(model.positions), links };
}

/** What people wrote on a chart stays on it. */
const bare = { pinned: new Set<string>(), groups: new Map(), notes: new Map(), grades: new Map(), arrangement: plainArrangement } as const;

const mostClues = 4;

/** The identifiers that join most of what is shown, best first: what a meeting will ask about. */
function cluesOf({ nodes, links }: ChartModel, chosen: readonly string[]): string[] {
  const joined = new Map<string, Set<string>>();
  for (const { from, to } of links.values())
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const)
      if (nodes.get(other)?.kind === "case" && nodes.get(one)?.kind !== "case") joined.set(one, (joined.get(one) ?? new Set()).add(other));
  const ranked = [...joined].filter(([, cases]) => cases.size > 1).sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
  const first = chosen.filter((ref) => joined.has(ref));
  return [...new Set([...first, ...ranked.map(([ref]) => ref)])].slice(0, mostClues);
}

/** A scene of the open chart: selected things are its highlights, placed things stay where scenes before have put them. */
export function sceneOf(whole: ChartModel, selected: readonly string[], board: Storyboard, words: SceneWords): NewScene {
  const model = shownOf(whole);
  const highlights = selected.filter((ref) => model.nodes.has(ref));
  const clues = cluesOf(model, highlights);
  const nodes = [...model.nodes.values()].map((node) => ({ ref: node.ref, kind: node.kind, lines: sceneLabel(node, words) }));
  const places = arrangeScene({
    nodes,
    from: model.positions,
    placed: placesOf(board),
    box: sceneBox(clues.length > 0, board.subject.startsWith("series:")),
  });
  const disabled = [...model.disabled].filter((id) => model.nodes.has(id) || model.links.has(id));
  const document = toDocument({ ...model, ...bare, positions: places, disabled: new Set(disabled) });
  return { ...blank, document, highlights, clues };
}

export interface DraftWords {
  readonly scene: SceneWords;
  readonly all: (count: number) => string;
  /** `shown` of `count` cases are drawn. */
  readonly allLine: (detail: SeriesDetail, shown: number) => string;
  /** `nth` of its kind to have a scene: no two are called alike. */
  readonly shared: (one: { readonly kind: string; readonly subtype: string; readonly nth: number; readonly cases: number }) => string;
  readonly sharedLine: (detail: SeriesDetail, values: { readonly cases: number; readonly shown: number; readonly bits: number }) => string;
  readonly without: string;
  readonly withoutLine: string;
  readonly next: string;
  readonly nextLine: string;
}

/** About so many things are legible from ten metres. */
const mostNodes = 18;
const mostShared = 7;
const mostScenes = 3;

function chooseShared({ shared }: SeriesDetail): readonly SharedIdentifier[] {
  const weight = ({ cases, bits }: SharedIdentifier) => Object.keys(cases).length * bits;
  return shared
    .filter(({ kind, bits, cases }) => kind !== "person" && bits > 0 && Object.keys(cases).length > 1)
    .toSorted((a, b) => weight(b) - weight(a) || (a.entity < b.entity ? -1 : 1))
    .slice(0, mostShared);
}

/** Cases that the chosen things join: of the first few in turn, so that each has some to show, then those of most. */
function chooseCases({ cases }: SeriesDetail, shared: readonly SharedIdentifier[]): readonly string[] {
  const most = mostNodes - shared.length;
  const joins = (number: string) => shared.filter((one) => one.cases[number] === "direct").length;
  const ranked = cases.toSorted((a, b) => joins(b) - joins(a) || (a < b ? -1 : 1));
  const chosen = new Set<string>();
  const each = shared.slice(0, mostScenes).map((one) => ranked.filter((number) => one.cases[number] === "direct"));
  for (let turn = 0; turn < most && chosen.size < most; turn++)
    for (const some of each) {
      const next = some.find((number) => !chosen.has(number));
      if (next !== undefined && chosen.size < most) chosen.add(next);
    }
  for (const number of ranked) if (chosen.size < most) chosen.add(number);
  return ranked.filter((number) => chosen.has(number));
}

interface Ground {
  readonly series: string;
  /** Everything that is drawn in any scene, with its place. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly links: ChartElements["links"];
}

/** Places once for all scenes: from one to the next the camera moves and nothing else. */
function groundOf(detail: SeriesDetail, elements: ChartElements, shared: readonly SharedIdentifier[], words: SceneWords): Ground {
  const cases = chooseCases(detail, shared).map((number) => `case:${number}`);
  const wanted = new Set([...cases, ...shared.map(({ entity }) => entity)]);
  const links = elements.links.filter(({ from, to }) => wanted.has(from) && wanted.has(to));
  const isCase = (ref: string) => ref.startsWith("case:");
  const linked = new Set(links.filter(({ from, to }) => isCase(from) !== isCase(to)).flatMap(({ from, to }) => [from, to]));
  const nodes = elements.nodes.filter(({ ref }) => wanted.has(ref) && (isCase(ref) || linked.has(ref)));
  const roomy = nodes.map((node) => ({ ref: node.ref, kind: node.kind, lines: sceneLabel(node, words) }));
  const from = springPlaces(
    nodes.map(({ ref }) => ref),
    links,
  );
  return { series: detail.series, places: arrangeScene({ nodes: roomy, from, placed: new Map(), box: sceneBox(true, true) }), links };
}

function draftScene({ series, places, links }: Ground, refs: ReadonlySet<string>, more: Partial<NewScene>): NewScene {
  const own = links.filter(({ from, to }) => refs.has(from) && refs.has(to));
  const document = chartDocumentSchema.parse({
    version: 1,
    nodes: [...places].filter(([ref]) => refs.has(ref)).map(([ref, at]) => ({ ref, ...at })),
    links: own.map(({ id }) => id).sort(),
    filter: { hiddenKinds: [], from: null, until: null },
    subject: `series:${series}`,
    carried: own.filter(isCarried),
  });
  return { ...blank, seconds: 120, document, ...more };
}

/** First draft of the storyboard of a series: all of it, the three things that hold it, what is left without them, what next. */
export function draftScenes(detail: SeriesDetail, elements: ChartElements, words: DraftWords): readonly NewScene[] {
  const shared = chooseShared(detail);
  const ground = groundOf(detail, elements, shared, words.scene);
  const there = new Set(ground.places.keys());
  const subtypes = new Map(elements.nodes.map(({ ref, subtype }) => [ref, subtype]));
  const drawn = shared.filter(({ entity }) => there.has(entity));
  const clues = drawn.slice(0, mostClues).map(({ entity }) => entity);
  const caseCount = [...there].filter((ref) => ref.startsWith("case:")).length;
  return [
    draftScene(ground, there, { caption: words.all(detail.cases.length), line: words.allLine(detail, caseCount) }),
    ...drawn.slice(0, mostScenes).map(({ entity, kind, cases, bits }, i) => {
      const typeOf = (ref: string) => `${ref.slice(0, ref.indexOf(":"))} ${subtypes.get(ref) ?? ""}`;
      const nth = drawn.slice(0, i + 1).filter((one) => typeOf(one.entity) === typeOf(entity)).length;
      const count = Object.keys(cases).length;
      const refs = new Set([...there].filter((ref) => ref === entity || (ref.startsWith("case:") && ref.slice("case:".length) in cases)));
      const line = words.sharedLine(detail, { cases: count, shown: refs.size - 1, bits });
      const caption = words.shared({ kind, subtype: subtypes.get(entity) ?? "", nth, cases: count });
      return draftScene(ground, refs, { caption, line, highlights: [entity], clues });
    }),
    draftScene(ground, there, { caption: words.without, line: words.withoutLine, clues }),
    draftScene(ground, new Set(), { caption: words.next, line: words.nextLine }),
  ];
}
