// Calls about a graph that a Neo4j server keeps: test it, copy the workspace's graph there, compare both, ask there, bring it here.
import { z } from "zod";
import type { ImportResult } from "../import/calls.ts";
import { job, read } from "../rpc/call.ts";
import { type GraphMapping, graphMappingSchema } from "./graphMapping.ts";
import type { QueryResult } from "./queryResult.ts";

/** Where a server is and who asks. The password is never kept, told or written down. */
export const serverAddress = z.object({
  uri: z.string().min(1).max(300),
  user: z.string().max(200).default("neo4j"),
  password: z.string().max(500).default(""),
  database: z.string().max(100).nullable().default(null),
  /** File with trusted certificates (PEM), for a server that no public authority vouches for; null: those that the system trusts. */
  certificate: z.string().max(1000).nullable().default(null),
});

/** What a server is and holds. */
export interface ServerHolding {
  readonly uri: string;
  readonly server: string;
  readonly version: string;
  readonly edition: string;
  readonly nodes: number;
  readonly relationships: number;
}

export interface ServerReport extends ServerHolding {
  readonly milliseconds: number;
  /** Graphs that workspaces have pushed there. */
  readonly graphs: readonly PushedGraph[];
  /** Of this workspace: whether its graph is there and is of today's facts. */
  readonly own: { readonly isThere: boolean; readonly isCurrent: boolean; readonly isDone: boolean };
  /** How the labels of a graph that others keep would be read. */
  readonly mapping: GraphMapping;
  /** Labels and types that are not read, because a statement could not hold their names safely. */
  readonly refused: readonly string[];
  /** What that mapping reads. */
  readonly foreign: { readonly nodes: number; readonly links: number };
  /** What pushing would send. */
  readonly here: { readonly nodes: number; readonly links: number };
}

export interface TrustedCertificate {
  /** Path of the file. */
  readonly certificate: string;
}

export interface PushedGraph {
  readonly graph: string;
  readonly nodes: number;
  readonly isOwn: boolean;
}

export interface PushResult {
  readonly graph: string;
  readonly nodes: number;
  readonly links: number;
  /** Fewer than all when an earlier push was cut off and this one went on. */
  readonly sent: { readonly nodes: number; readonly links: number };
  /** What stood there from earlier pushes and is no longer in the workspace. */
  readonly removed: { readonly nodes: number; readonly links: number };
  readonly isResumed: boolean;
}

export interface ComparedPart {
  readonly here: number;
  readonly same: number;
  readonly different: number;
  readonly onlyHere: number;
  readonly onlyThere: number;
  readonly examplesDifferent: readonly string[];
  readonly examplesOnlyHere: readonly string[];
  readonly examplesOnlyThere: readonly string[];
}

export interface GraphComparison {
  readonly graph: string;
  readonly nodes: ComparedPart;
  readonly links: ComparedPart;
  readonly isSame: boolean;
}

/** Where graph questions go at present. */
export interface GraphState {
  readonly store: "workspace" | "pushed" | "foreign";
  /** The connection that is in use, or that was last; null when there never was one. */
  readonly uri: string | null;
  readonly user: string | null;
  readonly database: string | null;
  readonly certificate: string | null;
  readonly graph: string | null;
  readonly mapping: GraphMapping | null;
  /** Links that a server sent for the last question that needed the whole graph; null when none did. */
  readonly travelled: number | null;
}

const known = [
  "neo4j-unreachable",
  "neo4j-unsafe",
  "neo4j-unproved",
  "neo4j-not-trusted",
  "neo4j-certificate-unused",
  "certificate-invalid",
  "certificate-expired",
  "neo4j-refused",
  "neo4j-database-unknown",
  "neo4j-address-wrong",
  "neo4j-slow",
  "neo4j-failed",
] as const;

export const graphCalls = {
  "workspace.readGraphState": read(
    z.object({}),
    "Where graph questions go: the workspace, its copy on a Neo4j server, or a graph that others keep.",
  )<GraphState>(),
  "workspace.testServer": job(
    serverAddress,
    "What a Neo4j server is and holds, how its labels would be read, and what a push would send. Changes nothing.",
    {
      errors: [...known],
    },
  )<ServerReport>(),
  "workspace.trustServer": job(
    z.object({ uri: z.string().min(1).max(300), fingerprint: z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/) }),
    "Keeps the certificate that a server shows as a file beside the workspace, if it has this fingerprint (SHA-256): for `certificate` of an address.",
    { errors: ["neo4j-unreachable", "neo4j-address-wrong", "neo4j-certificate-unused", "neo4j-certificate-changed"] },
  )<TrustedCertificate>(),
  "workspace.pushGraph": job(
    serverAddress,
    "Copies the graph of the workspace to a server; one that was cut off goes on where it stopped.",
    {
      errors: [...known, "neo4j-push-disturbed", "cancelled"],
    },
  )<PushResult>(),
  "workspace.compareGraph": job(
    serverAddress,
    "Differences between the workspace's graph and its copy on a server, both ways. Changes nothing.",
    {
      errors: [...known, "graph-not-pushed"],
    },
  )<GraphComparison>(),
  "workspace.pullGraph": job(
    serverAddress.extend({ graph: z.string().nullable().default(null), mapping: graphMappingSchema.nullable().default(null) }),
    "Imports a graph from a server as two sources: a pushed one by its name, otherwise all that the mapping (guessed when left out) reads.",
    { errors: [...known, "graph-empty", "cancelled"] },
  )<ImportResult>(),
  "workspace.connectGraph": job(
    z.object({
      /** Left out: the connection that the workspace had last. */
      address: serverAddress.nullable().default(null),
      password: z.string().max(500).default(""),
      /** A graph that others keep, read through this mapping; null: the copy of this workspace. */
      mapping: graphMappingSchema.nullable().default(null),
    }),
    "Sends graph questions to a server from now on. The password is kept by the running engine only.",
    { errors: [...known, "graph-not-connected", "graph-not-pushed"] },
  )<GraphState>(),
  "workspace.disconnectGraph": job(z.object({}), "Graph questions go to the workspace again.")<GraphState>(),
  "workspace.queryGraph": job(
    z.object({ cypher: z.string().min(1).max(100_000) }),
    "One reading Cypher statement for the server that the workspace is connected to.",
    { errors: ["graph-not-connected", "query-refused", "masked-refused", ...known], refusedWhenMasked: true },
  )<QueryResult>(),
};
