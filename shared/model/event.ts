// The five kinds of event, each in a narrow typed table of its own.

export const eventKinds = ["transfer", "call", "stay", "capture", "login"] as const;

export type EventKind = (typeof eventKinds)[number];

/** How finely a time is known: a statement may give the day only. */
export const timePrecisions = ["second", "minute", "day"] as const;

export type TimePrecision = (typeof timePrecisions)[number];

/** `failed` and `reversed` transfers are kept but moved no money; `neutral` ones count in no total. */
export const transferStates = ["done", "failed", "reversed", "reversal", "neutral"] as const;

export type TransferState = (typeof transferStates)[number];
