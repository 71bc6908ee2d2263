// Method packs: where the page stands, running one as a job of the tray, and files that come and go.
import { CaseweaveError, toWire } from "../../shared/errors.ts";
import { longestPack, type PackWords, type ParameterValue } from "../../shared/review/pack/pack.ts";
import type { PackState, RunFormat } from "../../shared/review/packCalls.ts";
import type { Input } from "../../shared/rpc/contract.ts";
import { engine } from "../rpc/engine.ts";
import { handOut } from "./handOut.ts";
import { runJob } from "./jobs.ts";
import { goTo } from "./navigation.ts";
import { usePreferences } from "./preferences.ts";
import { tell } from "./toasts.ts";

export const packsPage = "packs";

const placeOf = (pack: string): string => (pack === "" ? packsPage : `${packsPage}/${pack}`);

// Producers

/** A text of a pack in the language of the window. */
export const wordsIn = (language: string, words: PackWords): string => (language === "en" ? words.en : words.zh);

export type SetParameters = Readonly<Record<string, ParameterValue>>;

/** `my-method` of a title that has Latin letters, else `pack-20261126`: what a file and a command can be called. */
export function packIdOf(title: string, day: string): string {
  const id = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "")
    .slice(0, 40);
  return id.length > 1 ? id : `pack-${day.replaceAll("-", "")}`;
}

// Actions

export const openPack = (pack: string): void => goTo("review", placeOf(pack));

export const usePackWords = (): ((words: PackWords) => string) => {
  const language = usePreferences(({ language: one }) => one);
  return (words) => wordsIn(language, words);
};

const mostShown = 2000;

export const runPack = (pack: string, title: string, set: SetParameters) =>
  runJob(
    "review.runPack",
    { pack, set: set as Input<"review.runPack">["set"], limit: mostShown },
    { title: "pack.job.run", titleValues: { title }, place: { view: "review", subject: placeOf(pack) } },
  );

export const testPack = (pack: string, title: string) =>
  runJob(
    "review.testPack",
    { pack },
    { title: "pack.job.test", titleValues: { title }, place: { view: "review", subject: placeOf(pack) } },
  );

/** What the test of the file found, where it failed and nobody said "anyway" yet; null when the pack is in. */
export async function importPack(text: string, isAnyway: boolean): Promise<Readonly<Record<string, unknown>> | null> {
  if (text.length > longestPack) throw new CaseweaveError("pack-unreadable", { reasonKey: "pack.reason.long", most: longestPack });
  try {
    const { pack, state, isKnown } = await runJob("review.importPack", { text, isAnyway }, { title: "pack.job.import" });
    tell(isKnown ? "pack.toast.known" : toastOf[state], { pack });
    openPack(pack);
    return null;
  } catch (error) {
    const { code, details } = toWire(error);
    if (code === "pack-test-failed") return details;
    throw error;
  }
}

const toastOf: Readonly<Record<PackState, string>> = {
  passed: "pack.toast.passed",
  failed: "pack.toast.failed",
  untested: "pack.toast.untested",
  waiting: "pack.toast.untested",
};

export const savePack = async (pack: string): Promise<void> => handOut(await engine.call("review.exportPack", { pack }));

export async function saveRun(pack: string, run: number, format: RunFormat): Promise<void> {
  const { language } = usePreferences.getState();
  handOut(await engine.call("review.exportPackRun", { pack, run, format, language }));
}

export async function removePack(pack: string): Promise<void> {
  await engine.call("review.removePack", { pack });
  openPack("");
}

export async function recordPack(asked: Input<"review.recordPack">): Promise<void> {
  const { pack, state } = await runJob("review.recordPack", asked, { title: "pack.job.record" });
  tell(toastOf[state], { pack });
  openPack(pack);
}
