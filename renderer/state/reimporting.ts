// A source read anew: its sheet stands on the list of files until its mapping is right, then it takes the place of the source.
import { toWire } from "../../shared/errors.ts";
import { engine } from "../rpc/engine.ts";
import { type ImportSheet, patchSheets, rememberLayouts, sourceSheet, storeSheets, useImporting } from "./importing.ts";
import { runJob } from "./jobs.ts";
import { goTo } from "./navigation.ts";
import { reportError, tell } from "./toasts.ts";
import { tellUntold } from "./untold.ts";

/** Brings a source onto the list, to be read anew under a corrected mapping. */
export async function openSource(sourceId: number): Promise<void> {
  try {
    const sheet = sourceSheet(sourceId, await engine.call("import.previewSource", { sourceId }));
    useImporting.setState(({ sheets }) => ({ sheets: [...sheets.filter(({ key }) => key !== sheet.key), sheet], current: sheet.key }));
    goTo("import");
  } catch (error) {
    reportError(error);
  }
}

/** Nothing of it is changed; back to the source. */
export function leaveSource(sheet: ImportSheet): void {
  useImporting.setState(({ sheets, current }) => ({
    sheets: sheets.filter(({ key }) => key !== sheet.key),
    current: current === sheet.key ? null : current,
  }));
  goTo("import", `source:${sheet.replaces}`);
}

/** Old facts out, new in, in one step; leads to the source that took its place. */
async function reimport(sheet: ImportSheet, sourceId: number): Promise<void> {
  patchSheets([sheet.key], { state: "storing", error: null });
  try {
    const title = {
      title: "job.title.reimport",
      titleValues: { name: sheet.preview.source },
      place: { view: "import", subject: "" },
    } as const;
    const params = { sourceId, mapping: sheet.preview.mapping };
    const { sources, matches, addresses, refused, untold } = await runJob("import.reimportSource", params, title);
    await rememberLayouts([sheet]);
    useImporting.setState(({ sheets }) => ({ sheets: sheets.filter(({ key }) => key !== sheet.key), matches, addresses, current: null }));
    const [fresh] = sources;
    tell("import.told.reimported", { count: (fresh?.rows.stored ?? 0).toLocaleString("en-US"), refused: refused.length });
    tellUntold(untold);
    if (fresh) goTo("import", `source:${fresh.id}`);
  } catch (error) {
    const wire = toWire(error);
    patchSheets([sheet.key], wire.code === "cancelled" ? { state: "waiting" } : { state: "failed", error: wire });
    reportError(error);
  }
}

/** Files go in together, all or nothing; a source that is read anew by itself. */
export async function storeOrReimport(sheets: readonly ImportSheet[]): Promise<void> {
  for (const sheet of sheets) if (sheet.replaces !== null) await reimport(sheet, sheet.replaces);
  await storeSheets(sheets.filter(({ replaces }) => replaces === null));
}
