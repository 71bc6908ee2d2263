// Names of currencies → ISO codes; an unknown name is kept as written.
import table from "../../../resources/tables/currencies.json" with { type: "json" };
import { tidyText } from "./tidy.ts";

const codes = new Map<string, string>();
for (const [code, names] of Object.entries(table.entries)) {
  codes.set(code, code);
  for (const name of names) codes.set(tidyText(name).toUpperCase(), code);
}

export const isCurrency = (text: string): boolean => codes.has(tidyText(text).toUpperCase());

const longestWord = 32;

export function cleanCurrency(text: string): string {
  const known = codes.get(text);
  if (known !== undefined) return known;
  const tidy = tidyText(text);
  if (tidy.length > longestWord) return tidy;
  return codes.get(tidy.toUpperCase()) ?? codes.get(tidy.replace(/[(].*[)]$/, "").toUpperCase()) ?? tidy;
}
