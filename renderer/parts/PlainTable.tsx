// A short table that is drawn whole: heads, rows, figures at the right. Long lists take the DataTable.
import type { Column } from "./DataTable.tsx";

export interface PlainTableProps<Row> {
  /** Widths follow the content. */
  readonly columns: readonly Omit<Column<Row>, "width">[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Column that names the row. */
  readonly headKey?: string;
  readonly classOf?: (row: Row, index: number) => string;
}

const classes = { left: undefined, center: undefined, right: "cw-number cw-align-right" } as const;

export function PlainTable<Row>({ columns, rows, keyOf, headKey, classOf }: PlainTableProps<Row>) {
  return (
    <table className="cw-plain-table">
      <thead>
        <tr>
          {columns.map(({ key, title, align = "left" }) => (
            <th key={key} scope="col" className={align === "right" ? "cw-align-right" : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={keyOf(row)} className={classOf?.(row, index)}>
            {columns.map(({ key, align = "left", render }) =>
              key === headKey ? (
                <th key={key} scope="row">
                  {render(row)}
                </th>
              ) : (
                <td key={key} className={classes[align]}>
                  {render(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
