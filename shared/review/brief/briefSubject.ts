// The subject of a briefing: its period, `period:2026-11-01..2026-11-30`.
import { dayText, type Period, parseDay } from "../statistics/period.ts";

const form = /^period:(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/;

export const briefSubject = ({ from, to }: Period): string => `period:${dayText(from)}..${dayText(to)}`;

/** Null where it is no period of whole days. */
export function parseBriefSubject(subject: string): Period | null {
  const match = form.exec(subject);
  const [from, to] = [parseDay(match?.[1] ?? ""), parseDay(match?.[2] ?? "")];
  return from === null || to === null || from > to ? null : { from, to };
}
