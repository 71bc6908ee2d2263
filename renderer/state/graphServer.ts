// The connection to a graph on a Neo4j server: what was tested, what it holds, how its labels are read, where questions go.
import { create } from "zustand";
import { toWire, type WireError } from "../../shared/errors.ts";
import type { GraphComparison, GraphState, ServerReport } from "../../shared/workspace/graphCalls.ts";
import type { GraphMapping, LabelMapping } from "../../shared/workspace/graphMapping.ts";
import { engine } from "../rpc/engine.ts";
import { runJob } from "./jobs.ts";
import { tell } from "./toasts.ts";
import { tellUntold } from "./untold.ts";

// State

export type GraphUse = "own" | "foreign";

/** As typed; the password lives here while the dialog is open, and nowhere else in the window. */
export interface ServerForm {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Path of a certificate file on the machine that asks the server. */
  readonly certificate: string;
}

interface ServerState {
  readonly graph: GraphState | null;
  readonly form: ServerForm;
  readonly use: GraphUse;
  readonly report: ServerReport | null;
  /** The mapping as corrected by hand. */
  readonly mapping: GraphMapping | null;
  readonly comparison: GraphComparison | null;
  readonly error: WireError | null;
  readonly busy: "test" | "trust" | "push" | "compare" | "pull" | "connect" | null;
}

const emptyForm: ServerForm = { uri: "bolt://127.0.0.1:7687", user: "neo4j", password: "", database: "", certificate: "" };
const fresh = { report: null, mapping: null, comparison: null, error: null, busy: null } as const;

export const useGraphServer = create<ServerState>(() => ({ graph: null, form: emptyForm, use: "own", ...fresh }));

// Producers

export const addressOf = ({ uri, user, password, database, certificate }: ServerForm) => ({
  uri: uri.trim(),
  user: user.trim(),
  password,
  database: database.trim() === "" ? null : database.trim(),
  certificate: certificate.trim() === "" ? null : certificate.trim(),
});

export const changeLabel = (mapping: GraphMapping, label: string, change: Partial<LabelMapping>): GraphMapping => ({
  ...mapping,
  labels: mapping.labels.map((one) => (one.label === label ? { ...one, ...change } : one)),
});

export const withoutLabel = (mapping: GraphMapping, label: string): GraphMapping => ({
  ...mapping,
  labels: mapping.labels.filter((one) => one.label !== label),
});

/** A server without anything of ours that holds other nodes is most likely somebody's graph. */
export const likelyUse = ({ own, mapping }: ServerReport): GraphUse => (!own.isThere && mapping.labels.length > 0 ? "foreign" : "own");

/** Rows that one message to the server carries. */
const rowsAtOnce = 5000;
export const batchesOf = ({ here }: ServerReport): number => Math.ceil(here.nodes / rowsAtOnce) + Math.ceil(here.links / rowsAtOnce);

// Actions

const change = (next: Partial<ServerState>) => useGraphServer.setState(next);

export async function readGraphState(): Promise<void> {
  const graph = await engine.call("workspace.readGraphState", {});
  const { form } = useGraphServer.getState();
  const known =
    graph.uri === null
      ? form
      : { ...form, uri: graph.uri, user: graph.user ?? form.user, database: graph.database ?? "", certificate: graph.certificate ?? "" };
  change({ graph, form: known });
}

export function typeInto(field: keyof ServerForm, text: string): void {
  const { form } = useGraphServer.getState();
  change({ form: { ...form, [field]: text }, ...fresh });
}

export const chooseUse = (use: GraphUse) => change({ use, comparison: null });
export const changeMapping = (mapping: GraphMapping) => change({ mapping });

/** Takes the password and what was found with it out of the window's memory. */
export function forgetServer(): void {
  const { form } = useGraphServer.getState();
  change({ form: { ...form, password: "" }, ...fresh });
}

async function work<T>(busy: NonNullable<ServerState["busy"]>, run: () => Promise<T>): Promise<T | null> {
  change({ busy, error: null });
  try {
    return await run();
  } catch (error) {
    const wire = toWire(error);
    if (wire.code !== "cancelled") change({ error: wire });
    return null;
  } finally {
    change({ busy: null });
  }
}

export async function testServer(): Promise<void> {
  const address = addressOf(useGraphServer.getState().form);
  change(fresh);
  const report = await work("test", () => engine.call("workspace.testServer", address));
  if (report) change({ report, mapping: report.mapping, use: likelyUse(report) });
}

/** Takes the certificate that was shown as the one to trust, and tests again with it. */
export async function trustServer(fingerprint: string): Promise<void> {
  const { uri } = addressOf(useGraphServer.getState().form);
  const trusted = await work("trust", () => engine.call("workspace.trustServer", { uri, fingerprint }));
  if (trusted === null) return;
  typeInto("certificate", trusted.certificate);
  await testServer();
}

export async function pushGraph(): Promise<void> {
  const address = addressOf(useGraphServer.getState().form);
  const title = { title: "graph.job.push", titleValues: { uri: address.uri } };
  const result = await work("push", () => runJob("workspace.pushGraph", address, title));
  if (result) await testServer();
}

export async function compareGraph(): Promise<void> {
  const address = addressOf(useGraphServer.getState().form);
  const title = { title: "graph.job.compare", titleValues: { uri: address.uri } };
  const comparison = await work("compare", () => runJob("workspace.compareGraph", address, title));
  if (comparison) change({ comparison });
}

export async function connectGraph(): Promise<boolean> {
  const { form, use, mapping } = useGraphServer.getState();
  const asked = { address: addressOf(form), mapping: use === "foreign" ? mapping : null };
  const graph = await work("connect", () => engine.call("workspace.connectGraph", asked));
  if (graph) change({ graph });
  return graph !== null;
}

export async function pullGraph(): Promise<boolean> {
  const { form, mapping } = useGraphServer.getState();
  const address = addressOf(form);
  const title = { title: "graph.job.pull", titleValues: { uri: address.uri } };
  const result = await work("pull", () => runJob("workspace.pullGraph", { ...address, mapping }, title));
  if (result) tell("graph.told.pulled", { count: result.sources.reduce((sum, { rows }) => sum + rows.stored, 0) });
  tellUntold(result?.untold ?? null);
  return result !== null;
}

export async function disconnectGraph(): Promise<void> {
  change({ graph: await engine.call("workspace.disconnectGraph", {}) });
}
