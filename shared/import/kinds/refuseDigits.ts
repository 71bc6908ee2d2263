// Why a text that should be digits is refused: nothing, a number cut off by a spreadsheet, the wrong length, other signs.
import { type Cleaned, refuse } from "./kind.ts";
import { isDigits, isScientific } from "./tidy.ts";

export function refuseDigits(text: string): Cleaned {
  return refuse(text === "" ? "empty" : isScientific(text) ? "precision-lost" : isDigits(text) ? "length" : "characters");
}
