// Who judged what, when and why. Decisions are appended; a later one supersedes, nothing is overwritten.

export const decisionSubjects = ["pair", "series", "identity", "signoff", "address", "payment"] as const;
export type DecisionSubject = (typeof decisionSubjects)[number];

export const verdicts = ["confirm", "reject", "later"] as const;
export type Verdict = (typeof verdicts)[number];

/** pair: two case numbers; series: a series and a case number; identity: two entity references; signoff: a series and the group run that a meeting looked at;
 * address: a written place and the standard one that it is, `none` for none of them; payment: a row of the payer's statement and one of the payee's,
 * each as `SOURCE#ROW`. */
export interface Decision {
  readonly id: number;
  readonly subject: DecisionSubject;
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}
