// The one Trusted Types policy of the page. A worker's script may come from our own bundle; text without a tag may stand where markup is
// expected (antd writes its style sheets that way); markup and script text from strings are refused everywhere.
import { z } from "zod";

interface TrustedTypeFactory {
  createPolicy(name: string, rules: { createHTML(markup: string): string | null; createScriptURL(url: string): string | null }): unknown;
}

const factory = (globalThis as { trustedTypes?: TrustedTypeFactory }).trustedTypes;

// zod would try whether it may make code from strings; it may not.
z.config({ jitless: true });

/** `default`: also what libraries pass as plain strings comes by here. */
factory?.createPolicy("default", {
  createHTML: (markup) => (markup.includes("<") ? null : markup),
  createScriptURL: (url) => (new URL(url, document.baseURI).href.startsWith(new URL("./assets/", document.baseURI).href) ? url : null),
});
