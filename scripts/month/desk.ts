// A workspace of the play: the engine on it with a clock that the play sets, and how the rows of some days are brought into it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createEngine, type Engine } from "../../electron/engine/engine.ts";
import type { Mapping } from "../../shared/import/mapping.ts";
import { writeCsv } from "../../shared/review/paper/writeCsv.ts";
import type { CallName, Input, Result } from "../../shared/rpc/contract.ts";
import type { Month } from "./cutShape.ts";

const signal = new AbortController().signal;

export interface Desk {
  readonly path: string;
  readonly engine: Engine;
  now: number;
  readonly ask: <Name extends CallName>(name: Name, params: Input<Name>) => Promise<Result<Name>>;
}

/** Its clock stands at `now` until the play moves it. */
export async function openDesk(path: string, now: number): Promise<Desk> {
  const desk = { path, now } as { now: number } & Desk;
  const engine = await createEngine({ workspacePath: path, user: "analyst", clock: () => desk.now });
  const ask: Desk["ask"] = async (call, params) => (await engine.dispatch(call, params, { signal, report: () => {} })) as never;
  return Object.assign(desk, { engine, ask });
}

/** Rows of some days, a file a sheet, in one import as the sheets were; nothing where there are none. */
export async function bring(desk: Desk, { cuts }: Month, from: string, to: string): Promise<void> {
  const folder = `${desk.path}-${from}-${to}`;
  mkdirSync(folder, { recursive: true });
  const mappings: Record<string, Mapping> = {};
  for (const { name, mapping, headings, rows } of cuts) {
    const own = rows.filter(({ day }) => day >= from && day <= to);
    if (own.length === 0) continue;
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, writeCsv({ columns: headings.map((heading) => ({ heading, width: 1 })), rows: own.map(({ cells }) => cells) }));
    mappings[`${file}||`] = mapping;
  }
  const paths = Object.keys(mappings).map((key) => key.slice(0, -2));
  if (paths.length > 0) await desk.ask("import.storeFiles", { paths, mappings });
}
