// The one way to write SQL: a tagged text whose values become parameters. `raw` joins trusted fragments of our own.

export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export type SqlValue = string | number | bigint | null | Uint8Array;

export function sql(parts: TemplateStringsArray, ...values: readonly (SqlValue | Sql)[]): Sql {
  let text = parts[0] ?? "";
  const bound: SqlValue[] = [];
  values.forEach((value, i) => {
    if (isSql(value)) {
      text += value.text;
      bound.push(...value.values);
    } else {
      text += "?";
      bound.push(value);
    }
    text += parts[i + 1] ?? "";
  });
  return { text, values: bound };
}

/** A fragment of our own text, never of data. */
export const rawSql = (text: string): Sql => ({ text, values: [] });

/** `?, ?, ?` for IN lists; the text differs by length, so keep lists short or few lengths. */
export function sqlList(values: readonly SqlValue[]): Sql {
  return { text: values.map(() => "?").join(", "), values };
}

/** A list of any length in one parameter: `IN (SELECT value FROM json_each(?))`. */
export const sqlJsonList = (values: readonly (string | number)[]): Sql => sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

function isSql(value: SqlValue | Sql): value is Sql {
  return typeof value === "object" && value !== null && "text" in value && "values" in value;
}
