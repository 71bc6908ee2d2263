// The mapping: source column, two samples, target, check. Doubts stand in yellow until somebody settles them.
import type { ColumnCheck, Doubt } from "../../../shared/import/calls.ts";
import { checkSentence, doubtSentence, whyNotWord } from "../../i18n/importWords.ts";
import { useWords } from "../../i18n/index.ts";
import { Button, Icon, Panel, SignMark } from "../../parts/index.ts";
import { type ImportSheet, openDoubtsOf, settleDoubts } from "../../state/importing.ts";
import { TargetSelect } from "./TargetSelect.tsx";

interface RowProps {
  readonly sheet: ImportSheet;
  readonly column: ColumnCheck;
  readonly number: number;
  readonly doubts: readonly Doubt[];
}

/** Up to three different cells that are not understood, each with its reason. */
function NotUnderstood({ column }: { readonly column: ColumnCheck }) {
  const t = useWords();
  if (column.notUnderstood.length === 0) return null;
  return (
    <span className="cw-check-missed">
      {column.notUnderstood.map((cell, index) => {
        const why = whyNotWord(t, column.whyNot[index] ?? "");
        return (
          <span key={cell} title={`${cell} · ${why}`}>
            <b>{cell}</b> {why}
          </span>
        );
      })}
    </span>
  );
}

function CheckCell({ sheet, column, doubts }: Omit<RowProps, "number">) {
  const t = useWords();
  const sentence = checkSentence(t, column.check, column.checkValues);
  const text = doubts.length > 0 ? doubts.map((doubt) => doubtSentence(t, doubt)).join(" ") : sentence;
  return (
    <>
      <span className="cw-check">
        <SignMark sign={doubts.length > 0 ? "!" : column.sign} />
        <span className={doubts.length > 0 ? "cw-check-text cw-tone-warn" : "cw-check-text"} title={text}>
          {text}
        </span>
        {doubts.length > 0 && (
          <Button small onClick={() => settleDoubts(sheet, doubts)}>
            {t("import.mapping.accept")}
          </Button>
        )}
      </span>
      <NotUnderstood column={column} />
    </>
  );
}

function MappingRow({ sheet, column, number, doubts }: RowProps) {
  const t = useWords();
  const sample = (index: number) => {
    const text = column.samples[index] ?? "";
    return text === "" ? <span className="cw-quiet">—</span> : text;
  };
  return (
    <tr className={doubts.length > 0 ? "cw-row-warn" : ""}>
      <td className="cw-quiet cw-number">{number}</td>
      <th scope="row" title={column.heading}>
        {column.heading === "" ? <span className="cw-quiet">{t("frame.citation.column", { number })}</span> : column.heading}
      </th>
      <td title={column.samples[0]}>{sample(0)}</td>
      <td title={column.samples[1]}>{sample(1)}</td>
      <td className="cw-quiet">
        <Icon name="arrowRight" size={14} />
      </td>
      <td className="cw-target-cell">
        <TargetSelect sheet={sheet} column={column} isDoubtful={doubts.length > 0} />
      </td>
      <td>
        <CheckCell sheet={sheet} column={column} doubts={doubts} />
      </td>
    </tr>
  );
}

export function MappingTable({ sheet }: { readonly sheet: ImportSheet }) {
  const t = useWords();
  const open = openDoubtsOf(sheet);
  return (
    <Panel className="cw-mapping" label={t("import.mapping.label")}>
      <table className="cw-mapping-table" aria-busy={sheet.isChanging}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t("import.mapping.column")}</th>
            <th scope="col">{t("import.mapping.sample1")}</th>
            <th scope="col">{t("import.mapping.sample2")}</th>
            <th scope="col" aria-label={t("import.mapping.goesTo")} />
            <th scope="col">{t("import.mapping.target")}</th>
            <th scope="col">{t("import.mapping.check")}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.preview.columns.map((column, index) => (
            <MappingRow
              // biome-ignore lint/suspicious/noArrayIndexKey: headings may repeat, columns stand in their order
              key={`${index} ${column.heading}`}
              sheet={sheet}
              column={column}
              number={index + 1}
              doubts={open.filter((doubt) => doubt.column === column.heading)}
            />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
