// The icon of a file by the ending of its name.
import type { IconName } from "../../parts/index.ts";

const icons: Readonly<Record<string, IconName>> = {
  csv: "fileCsv",
  tsv: "fileCsv",
  txt: "fileTxt",
  xls: "fileXls",
  xlsx: "fileXls",
  zip: "fileZip",
  gz: "fileZip",
};

export const fileIconOf = (name: string): IconName => icons[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? "fileText";
