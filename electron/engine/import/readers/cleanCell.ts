// Takes off what spreadsheet exports put around a cell so that long numbers stay text: ="622…", a leading ' or `, tabs.
import { stripGuard } from "../../../../shared/review/formulaGuard.ts";

const asFormula = /^="((?:[^"]|"")*)"$/;
const markedText = /^['`](?=[\d０-９])/;

export function cleanCell(cell: string): string {
  const first = cell.charCodeAt(0);
  const isMarked = first === 0x3d || first === 0x27 || first === 0x60 || first === 0x09;
  if (!isMarked && cell.charCodeAt(cell.length - 1) !== 0x09) return cell;
  return takeOff(cell);
}

function takeOff(cell: string): string {
  const guarded = stripGuard(cell);
  if (guarded !== cell) return guarded;
  const bare = cell.replace(/^\t+(?=[^\t])|\t+$/g, "");
  const formula = asFormula.exec(bare);
  if (formula) return formula[1]!.replaceAll('""', '"');
  return bare.replace(markedText, "");
}
