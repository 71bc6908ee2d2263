// Numbers, money, bits and times as screens show them. Minus is −, money has two decimals, times are those of China Standard Time.

const grouped = new Intl.NumberFormat("en-US");

export const formatCount = (count: number): string => grouped.format(count).replace("-", "−");

/** Decimal text (or 1/100 units as a number) with two decimals and groups of three. */
export function formatMoney(amount: string | number): string {
  const fen = typeof amount === "number" ? Math.round(amount) : null;
  const text =
    fen === null
      ? String(amount)
      : `${fen < 0 ? "-" : ""}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, "0")}`;
  const match = /^([-−]?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return text;
  const [, sign = "", whole = "0", decimals = ""] = match;
  return `${sign ? "−" : ""}${grouped.format(BigInt(whole))}.${decimals.padEnd(2, "0").slice(0, 2)}`;
}

/** Bits with their sign: +9.2, −1.6, 0.0. */
export function formatBits(bits: number, decimals = 1): string {
  const text = Math.abs(bits).toFixed(decimals);
  if (Number(text) === 0) return text;
  return `${bits < 0 ? "−" : "+"}${text}`;
}

/** Without a plus: −0.6, 7.5. */
export const formatDecimal = (value: number, decimals = 1): string => value.toFixed(decimals).replace("-", "−");

/** Never 1, never 100 %: above 0.995 it says 0.99+. */
export const formatPosterior = (posterior: number): string => (posterior > 0.995 ? "0.99+" : posterior.toFixed(2));

const beijing = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** `2026-11-22 21:26:34`; `parts` cuts it to the date or the minute. A bare date stays one. */
export function formatTime(time: string | number | null, parts: "date" | "minute" | "second" = "minute"): string {
  if (time === null || time === "") return "—";
  if (typeof time === "string" && /^\d{4}-\d\d-\d\d$/.test(time)) return time;
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return String(time);
  return beijing.format(at).slice(0, parts === "date" ? 10 : parts === "minute" ? 16 : 19);
}

/** The day that it is here. */
export const thisDay = (): string => formatTime(Date.now(), "date");

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(0)} KB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}
