// The headers that stand on every response of both shells, errors included.
import { randomBytes } from "node:crypto";
import { contentSecurityPolicyWith } from "./contentSecurityPolicy.ts";

export function createNonce(): string {
  return randomBytes(16).toString("base64url");
}

export function securityHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    "content-security-policy": contentSecurityPolicyWith(nonce),
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };
}
