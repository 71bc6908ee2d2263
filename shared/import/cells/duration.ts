// Lengths of calls: seconds, 1分20秒, 00:01:20, 80s, 1'20".

const spoken = /^(?:(\d+)\s*(?:小时|时|h)\s*)?(?:(\d+)\s*(?:分钟|分|min|m|['′])\s*)?(?:(\d+(?:\.\d+)?)\s*(?:秒|sec|s|["″])?)?$/i;

/** Whole seconds; -1 where nothing is stated, NaN where the text is no duration. */
export function readDuration(text: string): number {
  if (text === "" || text === "-") return -1;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text));
  const clock = /^(?:(\d+):)?(\d{1,3}):(\d{1,2})(?:\.\d+)?$/.exec(text);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const match = spoken.exec(text);
  if (!match || text === "") return Number.NaN;
  return Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Math.round(Number(match[3] ?? 0));
}
