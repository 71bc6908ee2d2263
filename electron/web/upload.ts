// Files dropped on the page: streamed into a private folder that lives as long as the server, each under a random folder so that it keeps its own name.
import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { CaseweaveError, toWire } from "../../shared/errors.ts";
import { type Exchange, type Route, sendJson } from "./route.ts";

export interface UploadFolder {
  readonly route: Route;
  remove(): Promise<void>;
}

const prefix = "caseweave-upload-";
/** Room that must be left when the file is in. */
const reserveBytes = 64 * 1024 * 1024;
const maxNameLength = 120;

export async function createUploadFolder(): Promise<UploadFolder> {
  await sweepLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  return {
    route: { method: "POST", path: "/upload", isEntrance: false, handle: (exchange) => receiveFile(exchange, folder) },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function receiveFile({ request, response, url }: Exchange, folder: string): Promise<void> {
  const size = Number(request.headers["content-length"] ?? Number.NaN);
  const name = safeName(url.searchParams.get("name") ?? "");
  const place = join(folder, randomBytes(16).toString("hex"));
  try {
    if (!Number.isSafeInteger(size))
      throw new CaseweaveError("bad-request", { call: "upload", problems: [{ field: "content-length", problem: "missing" }] });
    await requireRoom(folder, size, name);
    await mkdir(place, { mode: 0o700 });
    const path = join(place, name);
    await pipeline(request, createWriteStream(path, { flags: "wx", mode: 0o600 }));
    sendJson(response, 200, { path });
  } catch (error) {
    await rm(place, { recursive: true, force: true });
    if (!response.destroyed) sendJson(response, 400, { error: toWire(asDiskFull(error, folder)) });
  }
}

const toMegabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`;

async function requireRoom(folder: string, size: number, name: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const freeBytes = bavail * bsize;
  const neededBytes = size + reserveBytes;
  const reason = `${toMegabytes(freeBytes)} < ${toMegabytes(neededBytes)}`;
  if (freeBytes < neededBytes) throw new CaseweaveError("disk-full", { path: folder, file: name, freeBytes, neededBytes, reason });
}

function asDiskFull(error: unknown, folder: string): unknown {
  return (error as { code?: string }).code === "ENOSPC" ? new CaseweaveError("disk-full", { path: folder, reason: "ENOSPC" }) : error;
}

/** The base name, without what a file system could misread; Chinese stays. */
export function safeName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const clean = base.replace(/[\u0000-\u001f\u007f<>:"|?*\u202a-\u202e\u2066-\u2069]/g, "_").replace(/^\.+|[. ]+$/g, "");
  if (clean.length <= maxNameLength) return clean || "file";
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? "";
  return clean.slice(0, maxNameLength - ending.length) + ending;
}

/** What a killed server left: folders named for a process that is gone. */
async function sweepLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}
