// Counts characters that did not fit the encoding, and judges: a few are a doubt, many mean that the chosen encoding is wrong.
import { CaseweaveError } from "../../../../shared/errors.ts";
import type { Doubt } from "../../../../shared/import/calls.ts";
import { type ByteSource, describe } from "./byteSource.ts";
import type { EncodingVerdict } from "./encoding.ts";

export interface Replaced {
  readonly count: number;
  /** Physical line of the first one; 0 when there is none. */
  readonly line: number;
  /** Characters outside ASCII, replaced ones included. */
  readonly wide: number;
}

/** Share of wide characters from which an encoding that was chosen by hand is refused. */
const refusedShare = 1 / 1_000;

export async function countReplaced(texts: AsyncIterable<string>): Promise<Replaced> {
  let [count, line, lines, wide] = [0, 0, 1, 0];
  for await (const text of texts) {
    const first = text.indexOf("\ufffd");
    if (first >= 0) {
      if (count === 0) line = lines + countFeeds(text.slice(0, first));
      count += text.split("\ufffd").length - 1;
      wide += text.match(/[\u0080-\uffff]/g)?.length ?? 0;
    }
    if (count === 0) lines += countFeeds(text);
  }
  return { count, line, wide };
}

export function judgeReplaced(source: ByteSource, verdict: EncodingVerdict, found: EncodingVerdict, replaced: Replaced): Doubt[] {
  const { count, line, wide } = replaced;
  const values = { encoding: verdict.label, guess: found.label, line, count };
  if (verdict !== found && count > wide * refusedShare) throw new CaseweaveError("encoding-wrong", describe(source, values));
  const doubts: Doubt[] = [];
  if (verdict.isMixed) doubts.push({ code: "encoding-mixed", column: "", values: { encoding: verdict.label }, blocking: false });
  if (count > 0) doubts.push({ code: "encoding-damaged", column: "", values, blocking: false });
  return doubts;
}

function countFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
