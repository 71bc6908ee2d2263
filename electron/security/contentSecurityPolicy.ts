// What a page of ours may load and run: one constant for both shells. Scripts, fonts and data from our own bundle only; Trusted Types on.

/** The only Trusted Types policy is renderer/rpc/trustedTypes.ts. antd writes style elements at run time, hence the nonce, fresh with every page. Images may also be drawn in the page (data:, blob:). */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-elem 'self' 'nonce-{nonce}'",
  "style-src-attr 'none'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
];

export const contentSecurityPolicy = directives.join("; ");

export function contentSecurityPolicyWith(nonce: string): string {
  return contentSecurityPolicy.replace("{nonce}", nonce);
}
