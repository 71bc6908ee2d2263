// The built renderer as routes, one a file.
import type { BundleFiles } from "../security/bundleFiles.ts";
import type { Route } from "./route.ts";

export function routesOfFiles(files: BundleFiles): Route[] {
  return [...files].map(([path, file]) => ({
    method: "GET",
    path,
    isEntrance: false,
    handle({ response, nonce }) {
      response.writeHead(200, { "content-type": file.contentType }).end(file.read(nonce));
    },
  }));
}
