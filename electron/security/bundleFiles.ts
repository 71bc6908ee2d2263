// The built renderer as a closed list: URL path → file. What is not in the list does not exist, so no spelling of a path can lead out of the folder.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

export interface BundleFile {
  readonly contentType: string;
  /** Bytes to answer with; the start page carries the nonce of its response. */
  read(nonce: string): Buffer;
}

export type BundleFiles = ReadonlyMap<string, BundleFile>;

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** Where index.html takes the nonce (renderer/rpc/styleNonce.ts reads it). */
const nonceBlank = /(<meta name="style-nonce" content=")[^"]*/;

export function listBundleFiles(folder: string): BundleFiles {
  const files = new Map<string, BundleFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes[extname(entry.name)];
    if (!entry.isFile() || !contentType) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join("/")}`, fileAt(path, contentType));
  }
  const start = files.get("/index.html");
  if (start) files.set("/", start);
  return files;
}

function fileAt(path: string, contentType: string): BundleFile {
  const isPage = contentType.startsWith("text/html");
  return {
    contentType,
    read: (nonce) => (isPage ? Buffer.from(readFileSync(path, "utf8").replace(nonceBlank, `$1${nonce}`)) : readFileSync(path)),
  };
}
