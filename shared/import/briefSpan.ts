// What is found in a brief: where it stands, what it is, and whose it may be.
export const briefKinds = ["phone", "account", "money", "netid", "app", "device", "vehicle", "person"] as const;
export type BriefKind = (typeof briefKinds)[number];

export type BriefRole = "offender" | "victim" | "neutral";

export interface BriefSpan {
  /** UTF-16 places [start, end) in the text as given. */
  readonly start: number;
  readonly end: number;
  readonly kind: BriefKind;
  /** mobile, bank-card, url, domain, qq, wechat, yuan …: the kind of value. */
  readonly subtype: string;
  /** Normal form; of money whole hundredths. */
  readonly value: string;
}

export interface BriefFinding extends BriefSpan {
  readonly role: BriefRole;
}
