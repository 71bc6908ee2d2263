// A session with a Neo4j server: every call bounded in time and cancellable, encrypted off this machine, the password never in an error or a log.
import { auth, type Config, type Driver, driver, type Session } from "neo4j-driver";
import { CaseweaveError } from "../../../../shared/errors.ts";
import { requireCertificate } from "./certificate.ts";
import type { Cypher } from "./cypher.ts";
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
  const { uri } = address;
  const open = (mode: "READ" | "WRITE"): Session =>
    connection.session({ defaultAccessMode: mode, ...(address.database ? { database: address.database } : {}) });
  return {
    uri,
    read: (statement, parameters = {}, options = {}) =>
      withSession(open("READ"), uri, options, async (session, config) =>
        (await session.run(statement, wire(parameters), config)).records.map(plainRow),
      ),
    stream: (statement, parameters = {}, options = {}) => streamRows(open("READ"), uri, statement, parameters, options),
    write: (steps, options = {}) =>
      withSession(open("WRITE"), uri, options, async (session, config) => {
        const transaction = await session.beginTransaction(config);
        let rows: Row[] = [];
        for (const { statement, parameters } of steps) rows = (await transaction.run(statement, wire(parameters))).records.map(plainRow);
        await transaction.commit();
        return rows;
      }),
    close: () => connection.close(),
  };
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
  uri: string,
  { signal, timeout = answerMilliseconds }: AskOptions,
  work: (session: Session, config: { timeout: number }) => Promise<T>,
): Promise<T> {
  try {
    return await bounded(work(session, serverLimit(timeout)), uri, signal, timeout);
  } catch (error) {
    throw translate(error, uri);
  } finally {
    letGo(session);
  }
}

async function* streamRows(
  session: Session,
  uri: string,
  statement: Cypher,
  parameters: Parameters,
  { signal, timeout = answerMilliseconds }: AskOptions,
): AsyncGenerator<Row> {
  try {
    const rows = session.run(statement, wire(parameters))[Symbol.asyncIterator]();
    for (;;) {
      const next = await bounded(rows.next(), uri, signal, timeout);
      if (next.done) return;
      yield plainRow(next.value);
    }
  } catch (error) {
    throw translate(error, uri);
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

const slowCodes = /TransactionTimedOut|Terminated/;

function translate(error: unknown, uri: string): CaseweaveError {
  if (error instanceof CaseweaveError) return error;
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (code.startsWith("Neo.ClientError.Security")) return new CaseweaveError("neo4j-refused", { uri, reason: code });
  if (code === "Neo.ClientError.Database.DatabaseNotFound") return new CaseweaveError("neo4j-refused", { uri, reason: code });
  const trust = /[^.:]*(?:certificate|altname)[^.]*/i.exec(message.slice(message.lastIndexOf("Caused by:")))?.[0].trim();
  if (trust !== undefined) return new CaseweaveError("neo4j-not-trusted", { uri, reason: trust.slice(0, 200) });
  if (slowCodes.test(code)) return new CaseweaveError("neo4j-slow", { uri, seconds: answerMilliseconds / 1000 });
  if (/^Neo\.(ClientError|DatabaseError|TransientError)/.test(code))
    return new CaseweaveError("neo4j-failed", { uri, reason: `${code} ${message}`.slice(0, 300) });
  return new CaseweaveError("neo4j-unreachable", { uri, reason: code || message.slice(0, 200) });
}
