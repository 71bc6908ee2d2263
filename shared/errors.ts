// One error class and one wire shape. A code is looked up as `error.<code>` in the catalogue; `details` fill its blanks.

export const errorCodes = [
  "bad-request",
  "unknown-call",
  "not-found",
  "no-standard-addresses",
  "no-two-books",
  "payment-unknown",
  "payment-taken",
  "address-not-matched",
  "cancelled",
  "cancelled-late",
  "stopped-late",
  "internal",
  "child-died",
  "disconnected",
  "unauthorised",
  "read-only",
  "workspace-older",
  "audit-failed",
  "workspace-held",
  "workspace-newer",
  "workspace-damaged",
  "workspace-missing",
  "workspace-key-wrong",
  "not-a-workspace",
  "disk-full",
  "port-taken",
  "not-built",
  "file-missing",
  "file-empty",
  "file-unreadable",
  "map-unreadable",
  "map-empty",
  "population-missing",
  "file-locked",
  "file-too-large",
  "file-not-written",
  "database-damaged",
  "database-sealed",
  "sheet-unknown",
  "archive-unsafe",
  "unsupported-format",
  "encoding-wrong",
  "unclosed-quote",
  "layout-unsure",
  "mapping-invalid",
  "mapping-column-missing",
  "already-imported",
  "graph-broken",
  "graph-empty",
  "case-unknown",
  "case-known",
  "entity-unknown",
  "series-unknown",
  "series-same",
  "ring-unknown",
  "chart-unknown",
  "snapshot-unknown",
  "attachment-unknown",
  "attachment-changed",
  "report-unknown",
  "template-unreadable",
  "template-placeholder",
  "template-empty",
  "storyboard-unknown",
  "storyboard-empty",
  "scene-unknown",
  "minute-unknown",
  "task-unknown",
  "task-settled",
  "chart-too-large",
  "picture-too-large",
  "chart-empty",
  "report-unreadable",
  "report-uncited",
  "source-unknown",
  "reason-missing",
  "bundle-foreign",
  "bundle-damaged",
  "bundle-newer",
  "bundle-passphrase-missing",
  "bundle-passphrase-wrong",
  "bundle-too-large",
  "bundle-masked",
  "bundle-is-request",
  "bundle-not-request",
  "bundle-empty",
  "request-unclear",
  "bundle-unknown",
  "finding-unknown",
  "finding-small",
  "watch-known",
  "place-without-coordinates",
  "watch-unclear",
  "watch-line-unclear",
  "watch-unknown",
  "decision-refused",
  "reimport-part",
  "repair-changes-nothing",
  "not-linked-yet",
  "not-grouped-yet",
  "not-resolved-yet",
  "query-refused",
  "query-slow",
  "kind-unknown",
  "link-kind-unknown",
  "masked-refused",
  "trace-no-seeds",
  "trace-currencies-mixed",
  "table-missing",
  "pack-unknown",
  "pack-unreadable",
  "pack-newer",
  "pack-changed",
  "pack-call-unknown",
  "pack-path-wrong",
  "pack-argument-wrong",
  "pack-parameter-wrong",
  "pack-sheets-missing",
  "pack-test-failed",
  "pack-untested",
  "pack-shipped",
  "pack-known",
  "pack-steps-none",
  "neo4j-unreachable",
  "weight-unknown",
  "neo4j-unsafe",
  "neo4j-unproved",
  "neo4j-not-trusted",
  "neo4j-certificate-unused",
  "certificate-invalid",
  "certificate-expired",
  "neo4j-refused",
  "neo4j-address-wrong",
  "neo4j-slow",
  "neo4j-failed",
  "neo4j-name-refused",
  "neo4j-database-unknown",
  "neo4j-push-disturbed",
  "neo4j-certificate-changed",
  "graph-not-connected",
  "graph-not-pushed",
  "graph-cannot-answer",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Facts of an error: what fills the blanks of its sentence. JSON values only. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

export interface WireError {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

export class CaseweaveError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = "CaseweaveError";
    this.code = code;
    this.details = details;
  }
}

/** What of an error crosses a process. Anything that is not ours becomes `internal` with its message, never its stack. */
export function toWire(error: unknown): WireError {
  if (error instanceof CaseweaveError) return { code: error.code, details: error.details };
  if (error instanceof Error && error.name === "AbortError") return { code: "cancelled", details: {} };
  return { code: "internal", details: { reason: error instanceof Error ? error.message : String(error) } };
}

export function fromWire(wire: WireError): CaseweaveError {
  return new CaseweaveError(wire.code, wire.details);
}
