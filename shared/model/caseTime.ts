// Which of its times a case is known by. Only when it happened is a fact of the deed: reported and filed say no more than that it was over by then.

export const caseTimeKinds = ["occurred", "reported", "filed"] as const;
export type CaseTimeKind = (typeof caseTimeKinds)[number];

/** The case was over by that time; when it happened nobody says. */
export const isBound = (kind: CaseTimeKind | null): kind is "reported" | "filed" => kind === "reported" || kind === "filed";

export interface CaseTime {
  /** When it happened; where nothing tells it, the report or the filing, as `atKind` says. */
  readonly at: string | null;
  readonly atKind: CaseTimeKind | null;
}
