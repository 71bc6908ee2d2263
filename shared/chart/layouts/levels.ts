// Levels: cases in the middle, money to the right level by level, contact and internet to the left, so that a series reads like a flow.
// Order within a level by barycentres (Sugiyama, Tagawa, Toda 1981), which keeps crossings few.
import { roomHeight, roomWidth } from "../placeNew.ts";
import { centred, type LayoutInput, type Places } from "./layoutInput.ts";

interface Step {
  readonly to: number;
  readonly side: 1 | -1;
}

/** Levels stand apart so that the picture is about as wide as a screen, within reason. */
const leastLevelWidth = roomWidth * 1.75;
const mostLevelWidth = roomWidth * 3;
const screenRatio = 1.7;
const rowHeight = roomHeight * 1.12;
const sweeps = 12;
const mostRows = 40;

export function placeByLevels(input: LayoutInput): Places {
  const steps = stepsOf(input);
  const levels = levelsOf(input, steps);
  const columns = orderColumns(columnsOf(levels), steps);
  const places = new Float64Array(input.refs.length * 2);
  const tallest = Math.max(...columns.map((column) => Math.min(column.length, mostRows)), 1) * rowHeight;
  const levelWidth = Math.min(mostLevelWidth, Math.max(leastLevelWidth, (screenRatio * tallest) / columns.length));
  let x = 0;
  for (const column of columns) {
    // A level with very many members is folded into several columns side by side.
    const folds = Math.ceil(column.length / mostRows);
    const rows = Math.ceil(column.length / folds);
    column.forEach((node, i) => {
      const height = Math.min(rows, column.length - Math.floor(i / rows) * rows);
      places[2 * node] = x + Math.floor(i / rows) * roomWidth * 1.1;
      places[2 * node + 1] = ((i % rows) - (height - 1) / 2) * rowHeight;
    });
    x += levelWidth + (folds - 1) * roomWidth * 1.1;
  }
  return centred(places);
}

/** Which side a link leads to, seen from each of its ends. */
function stepsOf(input: LayoutInput): readonly (readonly Step[])[] {
  const steps: Step[][] = input.refs.map(() => []);
  const isMoney = (kind: string): boolean => kind === "account";
  input.from.forEach((from, i) => {
    const to = input.to[i]!;
    const isTransfer = input.linkKinds[i] === "transfer";
    steps[from]!.push({ to, side: isTransfer || isMoney(input.kinds[to]!) ? 1 : -1 });
    steps[to]!.push({ to: from, side: isTransfer ? -1 : isMoney(input.kinds[from]!) ? 1 : -1 });
  });
  return steps;
}

/** Breadth first from the cases; a part without any begins beside them, on the side of its kind. */
function levelsOf(input: LayoutInput, steps: readonly (readonly Step[])[]): Int32Array {
  const unset = -1_000_000;
  const levels = new Int32Array(input.refs.length).fill(unset);
  const queue: number[] = [];
  const start = (node: number, level: number): void => {
    levels[node] = level;
    queue.push(node);
  };
  const walk = (): void => {
    for (let head = queue.shift(); head !== undefined; head = queue.shift())
      for (const { to, side } of steps[head]!) {
        if (levels[to] !== unset) continue;
        const level = levels[head]!;
        // Once on a side, a walk goes on outwards.
        levels[to] = level === 0 ? side : level + Math.sign(level);
        queue.push(to);
      }
  };
  input.kinds.forEach((kind, node) => {
    if (kind === "case") start(node, 0);
  });
  walk();
  levels.forEach((level, node) => {
    if (level !== unset || levels[node] !== unset) return;
    start(node, input.kinds[node] === "account" ? 1 : -1);
    walk();
  });
  return levels;
}

function columnsOf(levels: Int32Array): number[][] {
  const byLevel = new Map<number, number[]>();
  levels.forEach((level, node) => {
    const column = byLevel.get(level);
    if (column === undefined) byLevel.set(level, [node]);
    else column.push(node);
  });
  return [...byLevel].sort(([a], [b]) => a - b).map(([, column]) => column);
}

function orderColumns(columns: number[][], steps: readonly (readonly Step[])[]): readonly (readonly number[])[] {
  const rank = new Map<number, number>();
  const rankColumn = (column: readonly number[]): void => {
    for (const [i, node] of column.entries()) rank.set(node, (i + 0.5) / column.length);
  };
  columns.forEach(rankColumn);
  const barycentre = (node: number): number => {
    const around = steps[node]!;
    return around.length === 0 ? rank.get(node)! : around.reduce((sum, step) => sum + rank.get(step.to)!, 0) / around.length;
  };
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const key = new Map(column.map((node) => [node, barycentre(node)]));
      column.sort((a, b) => key.get(a)! - key.get(b)! || a - b);
      rankColumn(column);
    }
  return columns;
}
