// What the stage tells the window of its speaker: which scene, since when. Both are windows of one workbench on one machine.

export interface StageMoment {
  readonly board: string;
  readonly index: number;
  readonly startedAt: number;
}

const channelName = "caseweave-stage";

/** Tells and asks; the function that it gives back closes it. */
export function openStageLine(hear: (moment: StageMoment | "asked") => void): { tell(moment: StageMoment | "asked"): void; close(): void } {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => hear(data as StageMoment | "asked");
  return { tell: (moment) => channel.postMessage(moment), close: () => channel.close() };
}
