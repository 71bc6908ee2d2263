// The force layout: ForceAtlas2 (Jacomy, Venturini, Heymann, Bastian 2014) part by part, then overlap removal, then the parts on shelves.
// Runs in a worker; nothing here touches the page.
import attract from "graphology-layout-forceatlas2/iterate.js";
import separate from "graphology-layout-noverlap/iterate.js";
import { componentsOf, packBoxes } from "../../../shared/chart/layouts/components.ts";
import { centred, type LayoutInput, type Places } from "../../../shared/chart/layouts/layoutInput.ts";
import { roomHeight, roomWidth } from "../../../shared/chart/placeNew.ts";
import { seededRandom } from "../../../shared/random.ts";

const forceColumns = 10;
const linkColumns = 3;
const separateColumns = 3;
const screenRatio = 1.6;
/** A round picture may be stretched this much to fill the screen. */
const mostStretch = 1.9;
const partGap = 60;
/** A picture this much larger than its nodes can be pushed apart in few rounds; few nodes need less. */
const roomPerNode = (count: number): number => (count <= 200 ? 2.4 : 4) * roomWidth * roomHeight;

const settings = {
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 0,
  scalingRatio: 2,
  strongGravityMode: false,
  gravity: 0.6,
  slowDown: 1,
  /** Gephi's default; beside 0.6 it takes half the time and keeps as many neighbours together, see docs/benchmarks.md. */
  barnesHutTheta: 1.2,
};

/** What still overlaps after so many rounds is settled one by one. */
const separateRounds = 40;

/** Rounds that settle a part of this size within the budget of five seconds at 5,000 nodes. */
const roundsOf = (count: number): number => (count <= 100 ? 700 : count <= 500 ? 450 : count <= 2000 ? 220 : 120);

interface Part {
  /** Indices into the input. */
  readonly nodes: readonly number[];
  /** x, y of each. */
  readonly places: Float64Array;
}

/** The whole layout at once. */
export function placeForce(input: LayoutInput): Places {
  const steps = forceSteps(input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The layout with pictures on the way: parts that are done, the one under work, the rest not yet. */
export function* forceSteps(input: LayoutInput): Generator<Places, Places> {
  const links = linksByPart(input);
  const parts: Part[] = [];
  for (const nodes of componentsOf(input)) {
    const work = partSteps(nodes, links.get(nodes[0]!) ?? []);
    for (;;) {
      const { done, value } = work.next();
      if (done) {
        parts.push(value);
        break;
      }
      yield assemble(input, [...parts, value]);
    }
  }
  return assemble(input, parts);
}

/** Parts on shelves; nodes of parts that are still to come stand in the middle. */
function assemble(input: LayoutInput, parts: readonly Part[]): Places {
  const places = new Float64Array(input.refs.length * 2);
  const corners = packBoxes(parts.map(boxOf), partGap);
  parts.forEach((part, i) => {
    const corner = corners[i]!;
    const shift = leastOf(part.places);
    part.nodes.forEach((node, k) => {
      places[2 * node] = part.places[2 * k]! - shift.x + corner.x;
      places[2 * node + 1] = part.places[2 * k + 1]! - shift.y + corner.y;
    });
  });
  return centred(places);
}

/** Links under the first node of their part. */
function linksByPart(input: LayoutInput): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const partOf = new Int32Array(input.refs.length);
  for (const nodes of componentsOf(input)) for (const node of nodes) partOf[node] = nodes[0]!;
  const byPart = new Map<number, [number, number][]>();
  input.from.forEach((from, i) => {
    const part = partOf[from]!;
    const list = byPart.get(part);
    if (list === undefined) byPart.set(part, [[from, input.to[i]!]]);
    else list.push([from, input.to[i]!]);
  });
  return byPart;
}

/** A part of this size shows itself so many times on the way. */
const picturesOf = (count: number): number => (count <= 300 ? 0 : 12);

function* partSteps(nodes: readonly number[], links: readonly (readonly [number, number])[]): Generator<Part, Part> {
  if (nodes.length === 1) return { nodes, places: new Float64Array(2) };
  const index = new Map(nodes.map((node, k) => [node, k]));
  const matrix = startMatrix(nodes.length, links, index);
  const edges = new Float32Array(links.length * linkColumns);
  for (const [i, [from, to]] of links.entries())
    edges.set([index.get(from)! * forceColumns, index.get(to)! * forceColumns, 1], i * linkColumns);
  const rounds = roundsOf(nodes.length);
  const options = { ...settings, barnesHutOptimize: nodes.length > 400 };
  const every = Math.ceil(rounds / (picturesOf(nodes.length) + 1));
  for (let round = 1; round <= rounds; round++) {
    attract(options, matrix, edges);
    if (round % every === 0 && round < rounds) yield { nodes, places: scaledPlaces(matrix, nodes.length) };
  }
  return { nodes, places: pushApart(scaledPlaces(matrix, nodes.length)) };
}

function scaledPlaces(matrix: Float32Array, count: number): Float64Array {
  const places = Float64Array.from({ length: count * 2 }, (_, i) => matrix[Math.floor(i / 2) * forceColumns + (i % 2)]!);
  turnToLandscape(places);
  scaleToRoom(places);
  return places;
}

/** Start on a seeded disc; mass is one plus the number of links, as the method has it. */
function startMatrix(count: number, links: readonly (readonly [number, number])[], index: ReadonlyMap<number, number>): Float32Array {
  const random = seededRandom(count);
  const matrix = new Float32Array(count * forceColumns);
  for (let k = 0; k < count; k++) {
    const angle = random() * 2 * Math.PI;
    const radius = Math.sqrt(random()) * 10 * Math.sqrt(count);
    matrix.set([Math.cos(angle) * radius, Math.sin(angle) * radius, 0, 0, 0, 0, 1, 1, 1, 0], k * forceColumns);
  }
  for (const node of links.flat()) matrix[index.get(node)! * forceColumns + 6]! += 1;
  return matrix;
}

/** Turns a picture so that its longest direction (first principal axis) lies along the screen. */
function turnToLandscape(places: Float64Array): void {
  const count = places.length / 2;
  let [meanX, meanY] = [0, 0];
  for (let k = 0; k < count; k++) {
    meanX += places[2 * k]! / count;
    meanY += places[2 * k + 1]! / count;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let k = 0; k < count; k++) {
    const [x, y] = [places[2 * k]! - meanX, places[2 * k + 1]! - meanY];
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const angle = -Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let k = 0; k < count; k++) {
    const [x, y] = [places[2 * k]! - meanX, places[2 * k + 1]! - meanY];
    places[2 * k] = x * cos - y * sin;
    places[2 * k + 1] = x * sin + y * cos;
  }
}

/** Gives every node its room, in a box as wide as a screen. */
function scaleToRoom(places: Float64Array): void {
  const { width, height } = extentOf(places);
  const stretch = Math.sqrt(Math.min(mostStretch, Math.max(1, (screenRatio * height) / width)));
  const count = places.length / 2;
  const factor = Math.sqrt((roomPerNode(count) * count) / (width * height));
  for (let i = 0; i < places.length; i++) places[i]! *= i % 2 === 0 ? factor * stretch : factor / stretch;
}

/** Width and height of the box around the places, never thinner than a fifth of its length. */
function extentOf(places: Float64Array): { readonly width: number; readonly height: number } {
  const [low, high] = [leastOf(places), leastOf(places.map((value) => -value))];
  const [width, height] = [-high.x - low.x, -high.y - low.y];
  const least = Math.max(1, Math.max(width, height) / 5);
  return { width: Math.max(width, least), height: Math.max(height, least) };
}

/** Overlap removal works on circles; labels are wider than high, so x is squeezed while it runs. */
function pushApart(places: Float64Array): Float64Array {
  const squeeze = roomHeight / roomWidth;
  const count = places.length / 2;
  const matrix = new Float32Array(count * separateColumns);
  for (let k = 0; k < count; k++) matrix.set([places[2 * k]! * squeeze, places[2 * k + 1]!, roomHeight / 2], k * separateColumns);
  const options = { gridSize: Math.max(1, Math.min(80, Math.ceil(Math.sqrt(count)))), margin: 2, expansion: 1.1, ratio: 1, speed: 3 };
  for (let round = 0; round < separateRounds; round++) if (separate(options, matrix).converged) break;
  return Float64Array.from({ length: count * 2 }, (_, i) => {
    const value = matrix[Math.floor(i / 2) * separateColumns + (i % 2)]!;
    return Math.round(i % 2 === 0 ? value / squeeze : value);
  });
}

function leastOf(places: Float64Array): { readonly x: number; readonly y: number } {
  let [x, y] = [Infinity, Infinity];
  for (let i = 0; i < places.length; i += 2) {
    x = Math.min(x, places[i]!);
    y = Math.min(y, places[i + 1]!);
  }
  return { x, y };
}

function boxOf(part: Part): { readonly width: number; readonly height: number } {
  const least = leastOf(part.places);
  let [width, height] = [0, 0];
  for (let i = 0; i < part.places.length; i += 2) {
    width = Math.max(width, part.places[i]! - least.x);
    height = Math.max(height, part.places[i + 1]! - least.y);
  }
  return { width: width + roomWidth, height: height + roomHeight };
}
