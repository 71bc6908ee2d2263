// A session with a Neo4j server: every call bounded in time and cancellable, encrypted off this machine, the password never in an error or a log.
import { setTimeout as pause } from "node:timers/promises";
import { auth, type Config, type Driver, driver, type Session } from "neo4j-driver";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { requireCertificate } from "./certificate.ts";
import type { Cypher } from "./cypher.ts";
import { readPeerCertificate } from "./peerCertificate.ts";
import { plainRow, type Row, toParameters } from "./plainValue.ts";

export interface Neo4jAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string | null;
  /** File with the certificates (PEM) that are trusted: the server's own or that of who signed it; null: those that the system trusts. */
  readonly certificate?: string | null | undefined;
}

export type Parameters = Readonly<Record<string, unknown>>;

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that the server may take. */
  readonly timeout?: number;
}

export interface Step {
  readonly statement: Cypher;
  readonly parameters: Parameters;
  /** Looks at what came back and throws when it must not be so: then nothing of the transaction stays. */
  readonly check?: (rows: readonly Row[]) => void;
}

export interface Neo4jSession {
  readonly uri: string;
  read(statement: Cypher, parameters?: Parameters, options?: AskOptions): Promise<Row[]>;
  /** Row by row with back-pressure; `timeout` bounds the silence between two fetches. */
  stream(statement: Cypher, parameters?: Parameters, options?: AskOptions): AsyncIterable<Row>;
  /** All steps in one transaction; the rows of the last. Only `push` writes. */
  write(steps: readonly Step[], options?: AskOptions): Promise<Row[]>;
  close(): Promise<void>;
}

/** Reliability N4: a server that refuses or stays silent must not hold anybody up. */
const connectMilliseconds = 4000;
const answerMilliseconds = 30_000;
const fetchSize = 2000;

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Off this machine only encrypted connections are made, and only to a server that proves who it is: by the system's authorities or a pinned certificate (reliability N9). */
export function requireSafe(uri: string, certificate: string | null = null): void {
  const match = /^(bolt|neo4j)(\+s|\+ssc)?:\/\/(\[[^\]]+\]|[^:/?#@]+)(:\d{1,5})?\/?$/.exec(uri);
  if (!match) throw new CaseweaveError("neo4j-address-wrong", { uri: uri.replace(/\/\/.*@/, "//…@") });
  const [, , secrecy, host = ""] = match;
  if (certificate !== null && secrecy === undefined) throw new CaseweaveError("neo4j-certificate-unused", { uri });
  if (loopback.has(host) || secrecy === "+s" || certificate !== null) return;
  throw new CaseweaveError(secrecy === undefined ? "neo4j-unsafe" : "neo4j-unproved", { uri });
}

/** How a pinned certificate is told to the driver, which takes it only beside an address without `+s`. */
function pinned(uri: string, certificate: string): { readonly uri: string; readonly config: Config } {
  requireCertificate(certificate);
  const config: Config = { encrypted: true, trust: "TRUST_CUSTOM_CA_SIGNED_CERTIFICATES", trustedCertificates: [certificate] };
  return { uri: uri.replace(/\+s(sc)?:/, ":"), config };
}

function openDriver({ uri: asked, user, password, certificate = null }: Neo4jAddress): Driver {
  requireSafe(asked, certificate);
  const { uri, config } = certificate === null ? { uri: asked, config: {} } : pinned(asked, certificate);
  return driver(uri, auth.basic(user, password), {
    ...config,
    connectionTimeout: connectMilliseconds,
    connectionAcquisitionTimeout: connectMilliseconds,
    maxTransactionRetryTime: 0,
    telemetryDisabled: true,
    useBigInt: true,
    fetchSize,
    notificationFilter: { minimumSeverityLevel: "OFF" },
    logging: { level: "error", logger: () => {} },
  });
}

export function openNeo4j(address: Neo4jAddress): Neo4jSession {
  const connection = openDriver(address);
  const { uri, database } = address;
  const target = { uri, database };
  const open = (mode: "READ" | "WRITE"): Session =>
    connection.session({ defaultAccessMode: mode, ...(address.database ? { database: address.database } : {}) });
  return {
    uri,
    read: (statement, parameters = {}, options = {}) =>
      withSession(open("READ"), target, options, async (session, config) =>
        (await session.run(statement, wire(parameters), config)).records.map(plainRow),
      ),
    stream: (statement, parameters = {}, options = {}) => streamRows(open("READ"), target, statement, parameters, options),
    write: (steps, options = {}) =>
      withSession(open("WRITE"), target, options, (session, config) => whenUnlocked(() => inTransaction(session, config, steps))),
    close: () => connection.close(),
  };
}

async function inTransaction(session: Session, config: { timeout: number }, steps: readonly Step[]): Promise<Row[]> {
  const transaction = await session.beginTransaction(config);
  try {
    let rows: Row[] = [];
    for (const { statement, parameters, check } of steps) {
      rows = (await transaction.run(statement, wire(parameters))).records.map(plainRow);
      check?.(rows);
    }
    await transaction.commit();
    return rows;
  } catch (error) {
    // What the server told to be undone already refuses a second word; a connection that is gone takes its transaction with it.
    if (transaction.isOpen()) await transaction.rollback().catch(() => undefined);
    throw error;
  }
}

const deadlock = "Neo.TransientError.Transaction.DeadlockDetected";
const mostAttempts = 8;

/** Two transactions that wait for each other: the server undoes one of them, which then tries again. */
async function whenUnlocked<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== deadlock || attempt === mostAttempts) throw error;
      await pause(20 * 2 ** attempt);
    }
}

/** Runs the work on a connection and closes it. */
export async function withNeo4j<T>(address: Neo4jAddress, work: (session: Neo4jSession) => Promise<T>): Promise<T> {
  const session = openNeo4j(address);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

const wire = (parameters: Parameters) => toParameters(parameters) as Record<string, unknown>;

/** The server ends the statement by itself a little later, should our own word not reach it. */
const serverLimit = (timeout: number) => ({ timeout: timeout + 1000 });

/** A silent server also keeps a session from closing (reliability 0.9), so nobody waits for that. */
const letGo = (session: Session): void => void session.close().catch(() => undefined);

async function withSession<T>(
  session: Session,
  target: Target,
  { signal, timeout = answerMilliseconds }: AskOptions,
  work: (session: Session, config: { timeout: number }) => Promise<T>,
): Promise<T> {
  try {
    return await bounded(work(session, serverLimit(timeout)), target.uri, signal, timeout);
  } catch (error) {
    throw await withCertificate(translate(error, target), target);
  } finally {
    letGo(session);
  }
}

async function* streamRows(
  session: Session,
  target: Target,
  statement: Cypher,
  parameters: Parameters,
  { signal, timeout = answerMilliseconds }: AskOptions,
): AsyncGenerator<Row> {
  try {
    const rows = session.run(statement, wire(parameters))[Symbol.asyncIterator]();
    for (;;) {
      const next = await bounded(rows.next(), target.uri, signal, timeout);
      if (next.done) return;
      yield plainRow(next.value);
    }
  } catch (error) {
    throw await withCertificate(translate(error, target), target);
  } finally {
    letGo(session);
  }
}

/** The work, unless it is cancelled or takes too long first. */
async function bounded<T>(work: Promise<T>, uri: string, signal: AbortSignal | undefined, milliseconds: number): Promise<T> {
  if (signal?.aborted) throw new CaseweaveError("cancelled");
  let end = () => {};
  const broken = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(new CaseweaveError("neo4j-slow", { uri, seconds: milliseconds / 1000 })), milliseconds);
    const cancel = () => reject(new CaseweaveError("cancelled"));
    signal?.addEventListener("abort", cancel, { once: true });
    end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
    };
  });
  try {
    return await Promise.race([work, broken]);
  } finally {
    end();
    work.catch(() => undefined); // it may still fail when nobody waits for it any more
  }
}

/** Whoever is not trusted is shown: so that a person can compare the fingerprint and say yes. */
async function withCertificate(error: CaseweaveError, { uri }: Target): Promise<CaseweaveError> {
  if (error.code !== "neo4j-not-trusted") return error;
  const shown = await readPeerCertificate(uri);
  if (shown === null) return error;
  const { subject, until, fingerprint } = shown;
  return new CaseweaveError(error.code, { ...error.details, subject, until, fingerprint });
}

const slowCodes = /TransactionTimedOut|Terminated/;

type Target = Pick<Neo4jAddress, "uri" | "database">;

function translate(error: unknown, { uri, database }: Target): CaseweaveError {
  if (error instanceof CaseweaveError) return error;
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (code.startsWith("Neo.ClientError.Security")) return new CaseweaveError("neo4j-refused", { uri, reason: code });
  if (code === "Neo.ClientError.Database.DatabaseNotFound")
    return new CaseweaveError("neo4j-database-unknown", { uri, database: database ?? "" });
  // Only a push writes, and only constraints of ours hold it up: somebody wrote the same rows meanwhile.
  if (code === "Neo.ClientError.Schema.ConstraintValidationFailed") return new CaseweaveError("neo4j-push-disturbed");
  const trust = /[^.:]*(?:certificate|altname)[^.]*/i.exec(message.slice(message.lastIndexOf("Caused by:")))?.[0].trim();
  if (trust !== undefined) return new CaseweaveError("neo4j-not-trusted", { uri, reason: trust.slice(0, 200) });
  if (slowCodes.test(code)) return new CaseweaveError("neo4j-slow", { uri, seconds: answerMilliseconds / 1000 });
  if (/^Neo\.(ClientError|DatabaseError|TransientError)/.test(code))
    return new CaseweaveError("neo4j-failed", { uri, reason: `${code} ${message}`.slice(0, 300) });
  return new CaseweaveError("neo4j-unreachable", { uri, reason: code || message.slice(0, 200) });
}
