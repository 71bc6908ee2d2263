// How the sheet is read: what a row is, encoding, heading row, time zone; and what the twenty rows gave.
import { Select } from "antd";
import { type MappingFormat, type RowKind, rowKinds } from "../../../shared/import/mapping.ts";
import { useWords } from "../../i18n/index.ts";
import { rowKindKeys, wordOf } from "../../i18n/vocabulary.ts";
import { formatBytes, formatCount } from "../../parts/index.ts";
import { changeMapping, type ImportSheet, settleDoubts } from "../../state/importing.ts";

const encodings = ["utf-8", "gb18030", "utf-16le", "utf-16be"];
const zones = ["+08:00", "+00:00", "+07:00", "+09:00"];
const headerRows = Array.from({ length: 21 }, (_, row) => row);

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, disabled, onChange }: ChoiceProps) {
  return (
    <Select
      size="small"
      aria-label={label}
      title={label}
      value={value}
      options={[...options]}
      disabled={disabled}
      onChange={onChange}
      popupMatchSelectWidth={false}
    />
  );
}

const withCurrent = (list: readonly string[], current: string) => (list.includes(current) ? list : [current, ...list]);

export function FormatBar({ sheet }: { readonly sheet: ImportSheet }) {
  const t = useWords();
  const { preview } = sheet;
  const { mapping } = preview;
  const isLocked = sheet.state !== "waiting" && sheet.state !== "failed";
  const changeFormat = (format: Partial<MappingFormat>) =>
    void changeMapping(sheet, { ...mapping, format: { ...mapping.format, ...format } });
  const changeKind = (rowKind: string) => {
    settleDoubts(
      sheet,
      preview.doubts.filter((doubt) => doubt.column === ""),
    );
    void changeMapping(sheet, { ...mapping, rowKind: rowKind as RowKind });
  };
  const encoding = (preview.encoding ?? "").toLowerCase();
  const zone = mapping.format?.timeZone ?? "+08:00";
  const verdicts = { stored: 0, rejected: 0, skipped: 0 };
  for (const row of preview.rows) verdicts[row.verdict] += 1;
  return (
    <div className="cw-format">
      <Choice
        label={t("import.format.rowKind")}
        value={mapping.rowKind}
        disabled={isLocked}
        onChange={changeKind}
        options={rowKinds.map((kind) => ({ value: kind, label: wordOf(t, rowKindKeys, kind) }))}
      />
      {encoding !== "" && (
        <Choice
          label={t("import.format.encoding")}
          value={encoding}
          disabled={isLocked}
          onChange={(value) => changeFormat({ encoding: value })}
          options={withCurrent(encodings, encoding).map((name) => ({ value: name, label: name.toUpperCase() }))}
        />
      )}
      <Choice
        label={t("import.format.header")}
        value={String(preview.headerRow)}
        disabled={isLocked}
        onChange={(value) => changeFormat({ headerRow: Number(value) })}
        options={withCurrent(headerRows.map(String), String(preview.headerRow)).map((row) => ({
          value: row,
          label: row === "0" ? t("import.format.noHeader") : t("import.format.headerRow", { row }),
        }))}
      />
      {preview.headerRow > 0 && (
        <Choice
          label={t("import.format.headerRows")}
          value={String(mapping.format?.headerRows ?? 1)}
          disabled={isLocked}
          onChange={(rows) => changeFormat({ headerRow: preview.headerRow, headerRows: Number(rows) })}
          options={[
            { value: "1", label: t("import.format.oneHeaderRow") },
            { value: "2", label: t("import.format.twoHeaderRows") },
          ]}
        />
      )}
      <Choice
        label={t("import.format.zone")}
        value={zone}
        disabled={isLocked}
        onChange={(timeZone) => changeFormat({ timeZone })}
        options={withCurrent(zones, zone).map((name) => ({ value: name, label: t("import.format.zoneOf", { zone: name }) }))}
      />
      <span className="cw-format-note">
        {t("import.format.sample", { rows: preview.rows.length, stored: verdicts.stored })}{" "}
        <span className={verdicts.rejected > 0 ? "cw-tone-contra" : ""}>
          {t("import.format.sampleRejected", { rejected: verdicts.rejected })}
        </span>{" "}
        {t("import.format.sampleSkipped", { skipped: verdicts.skipped })}
        <span className="cw-quiet">
          {" · "}
          {formatBytes(preview.size)}
          {preview.rowCount !== null && ` · ${t("import.list.rows", { count: formatCount(preview.rowCount) })}`}
        </span>
      </span>
    </div>
  );
}
