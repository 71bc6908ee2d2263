// Calls of method packs: listed, run, tested, recorded from the audit, imported and handed out.
import { z } from "zod";
import type { RowKind } from "../import/mapping.ts";
import type { Citation } from "../model/source.ts";
import { job, read, write } from "../rpc/call.ts";
import { languages } from "../words.ts";
import type { ExportedFile } from "./exportCalls.ts";
import type { LineChange } from "./pack/compareLines.ts";
import type { FieldForm } from "./pack/line.ts";
import { type comparisons, type Pack, type PackParameter, type PackWords, type ParameterValue, packId } from "./pack/pack.ts";

/** What the test of a pack found of what was planted. */
export interface PackTestResult {
  readonly planted: number;
  readonly found: number;
  /** Lines beyond what was planted and what may be there. */
  readonly surplus: number;
  readonly isPassed: boolean;
  readonly seconds: number;
  readonly at: string;
  /** Steps that did not run, and why. */
  readonly left: readonly { readonly step: string; readonly state: StepState; readonly refusal: string | null }[];
  readonly sections: readonly {
    readonly section: string;
    readonly title: PackWords;
    readonly planted: number;
    readonly found: number;
    readonly surplus: number;
    /** Names of planted lines that were not found, and of lines that nobody planted. */
    readonly lost: readonly string[];
    readonly unplanted: readonly string[];
  }[];
}

/** passed, failed: its own test, when it came · untested: it has none · waiting: shipped, and not tested here yet. */
export type PackState = "passed" | "failed" | "untested" | "waiting";

export interface PackItem {
  readonly pack: string;
  readonly revision: number;
  readonly title: PackWords;
  readonly about: PackWords;
  readonly hash: string;
  /** It came with the workbench. */
  readonly isShipped: boolean;
  readonly state: PackState;
  readonly tested: PackTestResult | null;
  /** Kinds of sheet that it needs and the workspace lacks. */
  readonly lacking: readonly RowKind[];
  readonly lastRun: PackRunItem | null;
}

export interface PackDetail extends PackItem {
  readonly author: string;
  readonly expects: readonly { readonly rowKind: RowKind; readonly why: PackWords }[];
  readonly parameters: readonly (PackParameter & { readonly value: ParameterValue })[];
  readonly steps: readonly {
    readonly step: string;
    readonly call: string;
    readonly about: PackWords;
    /** The list for whose lines it runs, and how many of them: a number, or the path of a parameter. */
    readonly each: { readonly list: PackWords; readonly most: string } | null;
    /** Figures that must hold: path, comparison, value or path of a parameter. */
    readonly when: readonly { readonly of: string; readonly is: (typeof comparisons)[number]; readonly value: string }[];
  }[];
  readonly lists: readonly { readonly section: string; readonly title: PackWords; readonly about: PackWords | null }[];
  readonly test: { readonly about: PackWords; readonly sheets: readonly string[]; readonly planted: number } | null;
  readonly runs: readonly PackRunItem[];
}

export interface PackRunItem {
  readonly run: number;
  readonly at: string;
  readonly by: string;
  readonly hash: string;
  readonly revision: number;
  readonly lines: number;
  /** Of lines, against the run before; null for the first. */
  readonly differences: Readonly<Record<LineChange, number>> | null;
  readonly isStale: boolean;
}

export interface ShownCell {
  readonly form: FieldForm;
  readonly value: string | number | boolean | null;
  /** `holder`: of an account that is called by its number, whose it is. */
  readonly named: readonly { readonly entity: string; readonly label: string; readonly holder: string | null }[];
  /** Things, first in `named`, that the same cell of the other run does not name. */
  readonly differing: number;
  /** Named beyond those listed. */
  readonly more: number;
}

export interface ShownLine {
  /** Place in the section as it is kept: asks for its rows. */
  readonly place: number;
  readonly change: LineChange;
  readonly cells: readonly ShownCell[];
  readonly earlier: readonly ShownCell[] | null;
  /** Subject of its chart. */
  readonly subject: string | null;
  readonly hasRows: boolean;
}

export interface ShownSection {
  readonly section: string;
  readonly title: PackWords;
  readonly about: PackWords | null;
  readonly call: string;
  readonly fields: readonly { readonly field: string; readonly form: FieldForm; readonly isTold: boolean }[];
  /** Lines that were found; more than are listed where `isCut`. */
  readonly all: number;
  readonly isCut: boolean;
  readonly counts: Readonly<Record<LineChange, number>>;
  readonly lines: readonly ShownLine[];
  /** Where its step ran for each line of a list: how many lines of each differ. */
  readonly items: readonly { readonly item: ShownCell; readonly counts: Readonly<Record<LineChange, number>> }[];
  /** What the pack proposes to watch. */
  readonly watch: readonly { readonly entity: string; readonly label: string; readonly isWatched: boolean }[];
}

/** done · empty: there was nothing to begin with · unmet: a condition of the step does not hold · refused: the call refused, and the step is optional. All but done: left out. */
export type StepState = "done" | "empty" | "unmet" | "refused";

/** What became of a step for one line of its list. */
export interface ShownItem {
  readonly item: ShownCell;
  readonly state: StepState;
  readonly refusal: string | null;
  readonly lines: number;
}

export interface PackRunAnswer extends PackRunItem {
  readonly pack: string;
  readonly title: PackWords;
  readonly seconds: number;
  readonly set: readonly {
    readonly parameter: string;
    readonly label: PackWords;
    readonly value: ParameterValue;
    readonly wasDefault: boolean;
  }[];
  /** What it was compared with, and which parameters and whether the pack itself were others then. */
  readonly against: {
    readonly run: number;
    readonly at: string;
    readonly otherParameters: readonly PackWords[];
    readonly otherPack: boolean;
  } | null;
  readonly steps: readonly {
    readonly step: string;
    readonly call: string;
    readonly about: PackWords;
    readonly state: StepState;
    /** Code of the refusal, `error.<code>`. */
    readonly refusal: string | null;
    readonly seconds: number;
    /** Of a step that runs for each line of a list: what became of each, and how many lines there were; null of others. */
    readonly items: readonly ShownItem[] | null;
    readonly all: number | null;
  }[];
  readonly sections: readonly ShownSection[];
}

/** A step of the audit log that a pack can be made of. */
export interface LoggedStep {
  readonly entry: number;
  readonly at: string;
  readonly by: string;
  readonly call: string;
  /** Arguments as they were given, defaults filled in. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** A page asked it when somebody looked: no step that was meant, unless somebody says so. */
  readonly isLook: boolean;
  /** Its arguments were too long for the audit: it cannot be repeated from there. */
  readonly isShortened: boolean;
  /** A later step says the same: that one is proposed. */
  readonly isRepeated: boolean;
}

const pack = z.string().max(200);
/** Lines of each list that are answered, differences first. */
const limit = z.int().min(1).max(20_000).default(500);
const set = z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string()).max(200)])).default({});

const packErrors = [
  "pack-unreadable",
  "pack-newer",
  "pack-changed",
  "pack-call-unknown",
  "pack-path-wrong",
  "pack-argument-wrong",
  "pack-parameter-wrong",
] as const;

const sheets = z
  .array(z.object({ name: z.string().max(100), text: z.string().min(1) }))
  .max(30)
  .default([]);

export const runFormats = ["xlsx", "docx", "pdf", "csv"] as const;
export type RunFormat = (typeof runFormats)[number];

export const packCalls = {
  "review.listPacks": read(
    z.object({}),
    "Method packs: those of the workbench, then the workspace's own, each with its test and its last run.",
  )<readonly PackItem[]>(),
  "review.readPack": read(z.object({ pack }), "One pack: what it expects, its parameters, steps and lists, and its runs.", {
    errors: ["pack-unknown"],
  })<PackDetail>(),
  "review.runPack": job(
    z.object({ pack, set, limit }),
    "Runs the steps of a pack on this workspace, keeps what they found, and says what differs from its last run here.",
    { errors: ["pack-unknown", "pack-parameter-wrong", "pack-argument-wrong", "pack-sheets-missing", "cancelled"] },
  )<PackRunAnswer>(),
  "review.readPackRun": read(
    z.object({ pack, run: z.int().nullable().default(null), limit }),
    "A run of a pack (null: the last): its lists, differences first.",
    { audit: "before", errors: ["pack-unknown", "not-found"] },
  )<PackRunAnswer>(),
  "review.listPackRows": read(
    z.object({ run: z.int(), section: z.string(), place: z.int().min(0) }),
    "The source rows behind one line of a run. None where the facts moved on since.",
    { audit: "before", errors: ["not-found"] },
  )<{ readonly rows: readonly Citation[]; readonly all: number; readonly isStale: boolean }>(),
  "review.testPack": job(
    z.object({ pack }),
    "Runs a pack on its own test data in a temporary workspace and compares it with what was planted.",
    {
      errors: ["pack-unknown", "pack-untested", "cancelled"],
    },
  )<PackTestResult>(),
  "review.importPack": job(
    z.object({ text: z.string(), isAnyway: z.boolean().default(false) }),
    "Checks a pack file, runs its test, and keeps it. One whose test fails is kept only with `isAnyway`, and stays marked.",
    { errors: [...packErrors, "pack-shipped", "pack-test-failed", "cancelled"] },
  )<{
    readonly pack: string;
    readonly state: PackState;
    readonly tested: PackTestResult | null;
    readonly replaced: number | null;
    readonly isKnown: boolean;
  }>(),
  "review.removePack": write(z.object({ pack }), "Takes a pack of the workspace's own out, with its runs.", {
    errors: ["pack-unknown", "pack-shipped"],
  })<{ readonly pack: string }>(),
  "review.exportPack": read(z.object({ pack }), "A pack as a file, to the byte what its hash says.", {
    audit: "before",
    errors: ["pack-unknown", "masked-refused"],
    refusedWhenMasked: true,
  })<ExportedFile>(),
  "review.exportPackRun": job(
    z.object({
      pack,
      run: z.int().nullable().default(null),
      format: z.enum(runFormats),
      language: z.enum(languages).default("zh-CN"),
    }),
    "The lists of a run as a workbook (a sheet a list), as pages (DOCX, PDF: a table a list) or as CSV.",
    { errors: ["pack-unknown", "not-found"], onReadOnly: true },
  )<ExportedFile>(),
  "review.listLoggedSteps": read(
    z.object({ limit: z.int().min(1).max(2000).default(500) }),
    "Analysis steps that the audit log holds, oldest first: what a pack can be recorded from.",
    { audit: "before" },
  )<readonly LoggedStep[]>(),
  "review.recordPack": job(
    z.object({
      pack: packId,
      title: z.object({ zh: z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) }),
      about: z.object({ zh: z.string().trim().min(1).max(2000), en: z.string().trim().min(1).max(2000) }),
      /** Entries of the audit log, in the order in which they are to run. */
      entries: z.array(z.int()).min(1).max(40),
      /** Small sheets to travel along as a test; what the pack finds in them now is what it must find later. */
      sheets,
      isAnyway: z.boolean().default(false),
    }),
    "Makes a pack of steps that the audit log holds: numbers and days become parameters, series refer to what was grouped before.",
    { errors: ["pack-steps-none", "pack-shipped", "pack-known", "pack-test-failed", "cancelled"] },
  )<{ readonly pack: string; readonly state: PackState; readonly tested: PackTestResult | null; readonly text: string }>(),
};

export type { Pack };
