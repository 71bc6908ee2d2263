// A real Neo4j server for tests and benchmarks: its jars from Maven, kept in a folder of the cache; started on a free port, stopped or killed at will.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const jars = fileURLToPath(new URL("../../node_modules/.cache/neo4j", import.meta.url));

const has = (program: string) => spawnSync("which", [program]).status === 0;
const hasJars = () => existsSync(jars) && readdirSync(jars).length > 200;

/** Why no server can be started here; null when one can. Fetches the jars when they are not there yet. */
export function prepareServer(): string | null {
  // The server's starter is run from its source, which takes a compiler.
  if (!has("java") || !has("javac")) return "no Java development kit";
  if (hasJars()) return null;
  if (!has("mvn")) return "no Maven";
  mkdirSync(jars, { recursive: true });
  const { status, stdout } = spawnSync(
    "mvn",
    ["-q", "-B", "-f", join(here, "pom.xml"), "dependency:copy-dependencies", `-DoutputDirectory=${jars}`],
    { encoding: "utf8", timeout: 240_000 },
  );
  return status === 0 && hasJars() ? null : `Maven could not fetch the server: ${String(stdout).slice(0, 200)}`;
}

export interface Server {
  readonly uri: string;
  readonly port: number;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const opens = ["java.nio", "java.io"].map((name) => `java.base/${name}=ALL-UNNAMED`);

/** A self-signed certificate for this machine, made anew, in a folder: key and certificate in `keys.p12`, the certificate alone in `own.crt`. */
export function makeKeys(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const store = ["-storetype", "PKCS12", "-keystore", join(folder, "keys.p12"), "-storepass", "changeit"];
  const names = ["-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1"];
  const own = ["-exportcert", "-rfc", "-alias", "bolt", "-file", join(folder, "own.crt"), ...store];
  for (const task of [["-genkeypair", "-alias", "bolt", "-keyalg", "RSA", "-validity", "30", ...names, ...store], own]) {
    const made = spawnSync("keytool", task);
    if (made.status !== 0) throw new Error(`keytool: ${String(made.stderr)}${String(made.stdout)}`);
  }
}

export interface ServerOptions {
  readonly port?: number;
  readonly password?: string;
  readonly heap?: string;
  /** Folder of a self-signed certificate, made here; the server then takes encrypted connections only. */
  readonly keys?: string;
  /** Memory for the store's pages, in megabytes. */
  readonly pageCache?: number;
  /** It will have much to do: compiled thoroughly, which takes longer before it is quick. */
  readonly isBusy?: boolean;
}

const quickStart = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

export async function startServer(
  home: string,
  { port, password, heap = "1g", keys, pageCache = 128, isBusy = false }: ServerOptions = {},
): Promise<Server> {
  const chosen = port ?? (await freePort());
  if (keys !== undefined) makeKeys(keys);
  const child = spawn(
    "java",
    [
      `-Xmx${heap}`,
      ...(isBusy ? ["-XX:+UseParallelGC"] : quickStart),
      `-DpageCacheMegabytes=${pageCache}`,
      ...[...opens, "java.base/sun.nio.ch=ALL-UNNAMED"].flatMap((name) => ["--add-opens", name]),
      "-cp",
      `${jars}/*`,
      join(here, "StartServer.java"),
      home,
      String(chosen),
      ...(password === undefined && keys === undefined ? [] : [password ?? "-"]),
      ...(keys === undefined ? [] : [keys]),
    ],
    { stdio: ["pipe", "pipe", "pipe"] },
  );
  await untilReady(child);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    uri: `bolt://127.0.0.1:${chosen}`,
    port: chosen,
    kill: () => {
      child.kill("SIGKILL");
      return ended;
    },
    stop: () => {
      child.stdin.end();
      return ended;
    },
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = "";
    child.stdout!.on("data", (data: Buffer) => {
      if (String(data).includes("ready")) resolve();
    });
    child.stderr!.on("data", (data: Buffer) => {
      told = (told + String(data)).slice(-2000);
    });
    child.once("exit", (code) => reject(new Error(`the Neo4j server ended with ${code}: ${told}`)));
  });
}
