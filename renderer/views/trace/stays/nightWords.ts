// A night in words.

/** A day in the parts that words of a night are made of. */
export function nightWords(day: string) {
  const [year = "", month = "", date = ""] = day.split("-");
  return { year, month, date };
}
