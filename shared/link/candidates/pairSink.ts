/** Takes a pair of case indices, in any order. */
export type PairSink = (a: number, b: number) => void;
