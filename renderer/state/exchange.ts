// Working with other units: what is being sent, what was received and is looked at, and what was decided of its conflicts.
import { create } from "zustand";
import { toWire, type WireError } from "../../shared/errors.ts";
import type { AnswerDetail, ExchangeSubject } from "../../shared/review/exchange/format.ts";
import type { BundlePreview, ConflictChoice } from "../../shared/review/exchange/preview.ts";
import type { AskedRequest, MergeResult } from "../../shared/review/exchangeCalls.ts";
import { engine, uploadFiles } from "../rpc/engine.ts";
import { handOut } from "./handOut.ts";
import { goTo } from "./navigation.ts";
import { reportError, tell } from "./toasts.ts";
import { tellUntold } from "./untold.ts";

export type SendSubject = Exclude<ExchangeSubject, "request">;
export const exchangePages = ["send", "receive", "requests", "list"] as const;
export type ExchangePage = (typeof exchangePages)[number];

// State

export interface Received {
  /** Under which the engine can open it. */
  readonly path: string;
  readonly file: string;
  readonly password: string;
  readonly isReading: boolean;
  readonly error: WireError | null;
  readonly preview: BundlePreview | null;
  /** Another unit's question, with what we know. */
  readonly asked: AskedRequest | null;
  readonly choices: Readonly<Record<string, ConflictChoice>>;
  readonly merged: MergeResult | null;
}

export interface ExchangeState {
  readonly received: Received | null;
  /** What the next question is to begin with. */
  readonly toAsk: readonly string[];
}

export const useExchange = create<ExchangeState>(() => ({ received: null, toAsk: [] }));

// Producers

/** `send/series:S-1`: the page, and what it is about. */
export function parseExchangePlace(about: string): { readonly page: ExchangePage; readonly subject: SendSubject; readonly of: string } {
  const [name = "", ...rest] = about.split("/");
  const page = exchangePages.find((one) => one === name) ?? "send";
  const [subject = "", ...of] = rest.join("/").split(":");
  const subjects: readonly SendSubject[] = ["series", "ring", "chart", "watches"];
  return { page, subject: subjects.find((one) => one === subject) ?? "series", of: of.join(":") };
}

/** Conflicts that somebody must decide: two judgements that contradict each other. */
export const openDecisions = ({ preview, choices }: Received): number =>
  preview?.conflicts.filter(({ id, conflict }) => conflict === "decision" && choices[id] === undefined).length ?? 0;

// Actions

export const openExchange = (page: ExchangePage = "send", about = ""): void =>
  goTo("review", about === "" ? `exchange/${page}` : `exchange/${page}/${about}`);

export const sendToUnit = (subject: SendSubject, of: string): void => openExchange("send", `${subject}:${of}`);

/** A question to the other unit about these, `kind:key`. */
export function askAbout(toAsk: readonly string[]): void {
  useExchange.setState({ toAsk });
  openExchange("requests");
}

interface Sending {
  readonly subject: SendSubject;
  readonly of: string;
  readonly password: string;
  readonly isMasked: boolean;
}

/** Masked where it was asked for, or where all of the window is. */
const maskedCall = (isMasked: boolean) => (isMasked ? { isMasked: true } : {});

export async function exportBundle({ subject, of, password, isMasked }: Sending): Promise<void> {
  const file = await engine.call("review.exportBundle", { subject, of, password: password === "" ? null : password }, maskedCall(isMasked));
  handOut(file);
  tell("exchange.toast.sent", { file: file.file });
}

export async function nameUnit(unit: string): Promise<void> {
  await engine.call("review.nameUnit", { unit });
}

const change = (part: Partial<Received>): void =>
  useExchange.setState(({ received }) => ({ received: received && { ...received, ...part } }));

export const closeReceived = (): void => useExchange.setState({ received: null });

/** Takes the first file: a bundle is looked at alone. */
export async function receiveFile([file]: readonly File[]): Promise<void> {
  if (!file) return;
  const [path] = await uploadFiles([file]);
  const fresh = {
    path: path!,
    file: file.name,
    password: "",
    isReading: false,
    error: null,
    preview: null,
    asked: null,
    choices: {},
    merged: null,
  };
  useExchange.setState({ received: fresh });
  await readReceived("");
}

export async function readReceived(password: string): Promise<void> {
  const { received } = useExchange.getState();
  if (received === null) return;
  change({ password, isReading: true, error: null });
  const opened = { path: received.path, password: password === "" ? null : password };
  try {
    const preview = await engine.call("review.previewBundle", opened);
    const asked = preview.bundle.bundleKind === "request" ? await engine.call("review.readRequest", opened) : null;
    change({ preview, asked, isReading: false });
  } catch (error) {
    change({ error: toWire(error), isReading: false, preview: null, asked: null });
  }
}

/** What was opened in clear goes at once, and comes again as the window shows names now. */
export async function rereadReceived(): Promise<void> {
  const { received } = useExchange.getState();
  if (received === null || (received.preview === null && received.asked === null)) return;
  change({ preview: null, asked: null });
  await readReceived(received.password);
}

export function chooseFor(id: string, choice: ConflictChoice): void {
  const { received } = useExchange.getState();
  if (received) change({ choices: { ...received.choices, [id]: choice } });
}

export async function mergeReceived(): Promise<void> {
  const { received } = useExchange.getState();
  if (received === null) return;
  const { path, password, choices } = received;
  change({ isReading: true });
  try {
    const merged = await engine.call("review.importBundle", { path, password: password === "" ? null : password, choices: { ...choices } });
    change({ merged, isReading: false });
    tell("exchange.toast.merged", { unit: merged.head.unit, rows: merged.rows });
    tellUntold(merged.untold);
  } catch (error) {
    change({ isReading: false });
    reportError(error);
  }
}

export async function removeBundle(bundle: number, reason: string): Promise<void> {
  const removed = await engine.call("review.removeBundle", { bundle, reason });
  tell("exchange.toast.removed", { facts: removed.facts });
}

interface Asking {
  readonly texts: readonly string[];
  readonly isHashed: boolean;
  readonly note: string;
  readonly password: string;
}

export async function writeRequest({ texts, isHashed, note, password }: Asking): Promise<void> {
  const asked = { texts: [...texts], isHashed, note, password: password === "" ? null : password };
  const file = await engine.call("review.writeRequest", asked);
  handOut(file);
  tell("exchange.toast.sent", { file: file.file });
}

export async function answerReceived(detail: AnswerDetail, numbers: readonly number[], note: string): Promise<void> {
  const { received } = useExchange.getState();
  if (received === null) return;
  const { path, password } = received;
  const asked = { path, password: password === "" ? null : password, detail, numbers: [...numbers], note };
  const file = await engine.call("review.answerRequest", asked);
  handOut(file);
  tell("exchange.toast.sent", { file: file.file });
}
