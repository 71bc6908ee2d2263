// Connects to a Neo4j server: bounded in time, encrypted off this machine, the password never in an error or a log.
import { auth, type Driver, driver, type Record as Neo4jRecord } from "neo4j-driver";
import { CaseweaveError } from "../../../../shared/errors.ts";

export interface Neo4jAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string | null;
}

/** Reliability N4: a server that refuses or stays silent must not hold anybody up. */
const connectMilliseconds = 5000;
const answerMilliseconds = 30_000;

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Off this machine only encrypted connections are made (reliability N9). */
function requireSafe(uri: string): void {
  const match = /^(bolt|neo4j)(\+s|\+ssc)?:\/\/(\[[^\]]+\]|[^:/?#]+)/.exec(uri);
  if (!match) throw new CaseweaveError("neo4j-unreachable", { uri, reason: "bolt://… or neo4j+s://…" });
  if (!match[2] && !loopback.has(match[3]!)) throw new CaseweaveError("neo4j-unsafe", { uri });
}

function openDriver({ uri, user, password }: Neo4jAddress): Driver {
  requireSafe(uri);
  return driver(uri, auth.basic(user, password), {
    connectionTimeout: connectMilliseconds,
    connectionAcquisitionTimeout: connectMilliseconds,
    maxTransactionRetryTime: 0,
    telemetryDisabled: true,
    disableLosslessIntegers: true,
  });
}

/** Runs the work on a connection and closes it; what fails is told without the password. */
export async function withNeo4j<T>(address: Neo4jAddress, work: (ask: Ask) => Promise<T>): Promise<T> {
  const connection = openDriver(address);
  try {
    return await raceTimeout(
      work((text) => ask(connection, address, text)),
      address.uri,
    );
  } catch (error) {
    throw translate(error, address.uri);
  } finally {
    await connection.close();
  }
}

export type Ask = (text: string) => Promise<readonly Neo4jRecord[]>;

async function ask(connection: Driver, { database }: Neo4jAddress, text: string): Promise<readonly Neo4jRecord[]> {
  const { records } = await connection.executeQuery(text, {}, { routing: "READ", ...(database ? { database } : {}) });
  return records;
}

async function raceTimeout<T>(work: Promise<T>, uri: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new CaseweaveError("neo4j-unreachable", { uri, reason: `${answerMilliseconds / 1000} s` })),
      answerMilliseconds,
    );
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function translate(error: unknown, uri: string): CaseweaveError {
  if (error instanceof CaseweaveError) return error;
  const code = (error as { code?: string }).code ?? "";
  if (code.startsWith("Neo.ClientError.Security")) return new CaseweaveError("neo4j-refused", { uri, reason: code });
  return new CaseweaveError("neo4j-unreachable", { uri, reason: code || (error as Error).message });
}
