// The one Trusted Types policy of the page: a worker's script may come from our own bundle, plain text may become a style sheet; markup and script text from strings are refused everywhere.

interface TrustedTypeFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string | null; createHTML(text: string): string | null }): unknown;
}

const factory = (globalThis as { trustedTypes?: TrustedTypeFactory }).trustedTypes;

/** `default`: also what libraries pass as plain strings comes by here. */
factory?.createPolicy("default", {
  /** antd writes its style sheets through innerHTML of a style element: text without a tag or an entity makes no markup and may pass. */
  createHTML: (text) => (/[<&]/.test(text) ? null : text),
  createScriptURL: (url) => (new URL(url, document.baseURI).href.startsWith(new URL("./assets/", document.baseURI).href) ? url : null),
});
