// Lengths of calls in seconds: 80 · 80秒 · 1分20秒 · 1小时2分 · 00:01:20 · 01:20 · 1'20".
import { isDigits, tidyText } from "./tidy.ts";

const wordForm =
  /^(?:(\d+)\s*(?:小时|时|h|hours?))?\s*(?:(\d+)\s*(?:分钟|分|m|min|mins|'))?\s*(?:(\d+)(?:\.\d+)?\s*(?:秒钟|秒|s|sec|secs|"))?$/i;
const colonForm = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:\.\d+)?$/;

const longestText = 64;

/** Whole seconds, or null for what is no length of time. */
export function parseDuration(text: string): number | null {
  if (text.length > longestText) return null;
  if (isDigits(text)) return text.length <= 8 ? Number(text) : null;
  const tidy = tidyText(text);
  if (isDigits(tidy)) return tidy.length <= 8 ? Number(tidy) : null;
  if (tidy === "") return null;
  const decimal = /^(\d{1,8})\.\d+$/.exec(tidy);
  if (decimal) return Number(decimal[1]);
  const match = colonForm.exec(tidy) ?? wordForm.exec(tidy);
  if (match === null) return null;
  return Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
}
