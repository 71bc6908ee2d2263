// Durations as people say them: 62 hours 18 minutes, 9 minutes, 42 seconds.
import type { Translate } from "../../../i18n/index.ts";

export function formatDuration(t: Translate, seconds: number): string {
  if (seconds < 60) return t("trace.duration.seconds", { count: seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t("trace.duration.minutes", { count: minutes });
  return t("trace.duration.hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
