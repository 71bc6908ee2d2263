// What programs below us say – the file system, SQLite, the reader of JSON, zip and XML – in words of the catalogue, with what can be done.
// Errors carry such reasons as they came, so that whoever helps can look them up; people read these sentences.
import type { ErrorDetails } from "./errors.ts";
import { kindKeys } from "./look/vocabularyKeys.ts";
import type { Problem } from "./problems.ts";

export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

interface Saying {
  readonly pattern: RegExp;
  readonly key: string;
}

/** Named groups fill the blanks of the sentence. First match. */
const sayings: readonly Saying[] = [
  { pattern: /^(?:ENOENT|ENOTDIR)\b/, key: "reason.system.missing" },
  { pattern: /^(?:EACCES|EPERM)\b/, key: "reason.system.denied" },
  { pattern: /^(?:EROFS|SQLITE_READONLY)/, key: "reason.system.readOnly" },
  { pattern: /^(?:EISDIR\b|not-a-file$)/, key: "reason.system.folder" },
  { pattern: /^(?:ENOSPC\b|EDQUOT\b|SQLITE_FULL|SQLITE_IOERR_(?:WRITE|SHM))/, key: "reason.system.full" },
  { pattern: /^(?:EBUSY|ETXTBSY|SQLITE_BUSY|SQLITE_LOCKED)/, key: "reason.system.busy" },
  { pattern: /^(?:EMFILE|ENFILE)\b/, key: "reason.system.tooMany" },
  { pattern: /^ENAMETOOLONG\b/, key: "reason.system.longName" },
  { pattern: /^(?:EIO\b|SQLITE_IOERR)/, key: "reason.system.disk" },
  { pattern: /^SQLITE_CANTOPEN/, key: "reason.system.cannotOpen" },
  { pattern: /^(?:ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)\b/, key: "reason.net.nobody" },
  { pattern: /^(?:ETIMEDOUT|ECONNRESET|EPIPE)\b/, key: "reason.net.broken" },
  { pattern: /^ServiceUnavailable\b/, key: "reason.net.nobody" },
  { pattern: /^Neo\.ClientError\.Security\.Unauthorized/, key: "reason.net.login" },
  { pattern: /^Neo\.ClientError\.Security\.AuthenticationRateLimit/, key: "reason.net.loginBlocked" },
  { pattern: /^Neo\.ClientError\.Security/, key: "reason.net.forbidden" },
  { pattern: /^Neo\.ClientError\.Database\.DatabaseNotFound/, key: "reason.net.noDatabase" },
  { pattern: /^Neo\.ClientError\.Statement\.SyntaxError/, key: "reason.net.syntax" },
  { pattern: /no such column: (?<name>\S+)/, key: "reason.sql.column" },
  { pattern: /no such table: (?<name>\S+)/, key: "reason.sql.table" },
  { pattern: /no such function: (?<name>\S+)/, key: "reason.sql.function" },
  { pattern: /wrong number of arguments to function (?<name>\S+?)(?:\(|$)/, key: "reason.sql.arguments" },
  { pattern: /ambiguous column name: (?<name>\S+)/, key: "reason.sql.ambiguous" },
  { pattern: /misuse of (?:aggregate|window function)(?: function)?:? ?(?<name>\S*)/, key: "reason.sql.aggregate" },
  { pattern: /near "(?<name>[^"]*)": syntax error/, key: "reason.sql.syntax" },
  { pattern: /unrecognized token: "(?<name>[\s\S]*?)"?$/, key: "reason.sql.syntax" },
  { pattern: /incomplete input/, key: "reason.sql.incomplete" },
  { pattern: /contains more than one statement/, key: "reason.sql.several" },
  { pattern: /attempt to write a readonly database|not authorized/, key: "reason.sql.writes" },
  { pattern: /Too few parameter values|Missing named parameter/, key: "reason.sql.parameters" },
  { pattern: /^SELECT$/, key: "reason.sql.select" },
  {
    pattern: /malformed|not a database|SQLITE_CORRUPT|file is encrypted|^header$|\bpage \d+\b|Tree \d+|btree|missing from index/i,
    key: "reason.damaged",
  },
  { pattern: /in JSON at position \d+ \(line (?<line>\d+) column (?<column>\d+)\)/, key: "reason.json.at" },
  { pattern: /in JSON at position (?<position>\d+)/, key: "reason.json.position" },
  { pattern: /Unexpected end of JSON|Unterminated string in JSON/, key: "reason.json.end" },
  { pattern: /is not valid JSON/, key: "reason.json.none" },
  {
    pattern:
      /entry-damaged|entry-larger|zlib|inflate|incorrect data check|invalid (?:block|distance|stored|code|literal|bit|stream|window)|unexpected end of file|incorrect header/i,
    key: "reason.packed",
  },
  { pattern: /central directory|local file header|zip ?file|End of central|compressed\/uncompressed/i, key: "reason.zip" },
  { pattern: /^a,b$/, key: "reason.pairsFile" },
  { pattern: /^kind,a,b,verdict,reason$/, key: "reason.decisionsFile" },
  { pattern: /^target-unknown$/, key: "reason.target.unknown" },
  { pattern: /^target-missing$/, key: "reason.target.missing" },
  { pattern: /^FeatureCollection$/, key: "reason.map.features" },
  { pattern: /^features\[(?<place>\d+)\]$/, key: "reason.map.feature" },
];

/** The sentence of a reason, or the reason with a word that it is told as it came. */
export function reasonWords(say: Say, reason: string, details: ErrorDetails = {}): string {
  for (const { pattern, key } of sayings) {
    const match = pattern.exec(reason);
    if (match) return say(key, { ...details, ...match.groups });
  }
  // Words in another script than ours, figures and names that a person typed stand for themselves.
  return /[a-z]{3,}[ .:][ ]?[a-z]{2,}/i.test(reason) ? say("reason.other", { reason }) : reason;
}

const types: Readonly<Record<string, string>> = {
  string: "reason.type.text",
  number: "reason.type.number",
  int: "reason.type.whole",
  boolean: "reason.type.boolean",
  array: "reason.type.list",
  tuple: "reason.type.list",
  object: "reason.type.fields",
  record: "reason.type.fields",
};

const problemKeys: Readonly<Record<Problem["problem"], string>> = {
  missing: "reason.problem.missing",
  type: "reason.problem.type",
  choice: "reason.problem.choice",
  "text-long": "reason.problem.textLong",
  "text-short": "reason.problem.textShort",
  large: "reason.problem.large",
  small: "reason.problem.small",
  unknown: "reason.problem.unknown",
  form: "reason.problem.form",
};

/** Fields that people fill in, by the last part of their path. */
const fieldKeys: Readonly<Record<string, string>> = {
  latitude: "reason.field.latitude",
  longitude: "reason.field.longitude",
  due: "reason.field.due",
  metres: "reason.field.metres",
  reason: "reason.field.reason",
  owner: "reason.field.owner",
  since: "reason.field.from",
  from: "reason.field.from",
  until: "reason.field.until",
  to: "reason.field.until",
};

function fieldWord(say: Say, field: string): string {
  if (field === "") return say("reason.problem.whole");
  const key = fieldKeys[field.slice(field.lastIndexOf(".") + 1)];
  return key === undefined ? field : say(key);
}

/** A longitude of China stands where a latitude should. */
const isSwapped = ({ field, problem }: Problem): boolean => problem === "large" && /(?:^|\.)latitude$/.test(field);

function problemWords(say: Say, one: Problem): string {
  const { field, problem, expected = "" } = one;
  const typeKey = types[expected];
  const wanted = problem === "type" && typeKey !== undefined ? say(typeKey) : expected;
  const key = problem === "form" && wanted === "" ? "reason.problem.formAlone" : problemKeys[problem];
  const told = say(key, { field: fieldWord(say, field), expected: wanted }).trim();
  return isSwapped(one) ? say("reason.problem.swapped", { told }) : told;
}

const reference = /^([a-z]+):(.+)$/u;

/** `place:渡口路12号` is 地点 渡口路12号; of several each. What is no reference stays. */
function namedRefs(say: Say, text: string): string {
  const named = text.split(", ").map((part) => {
    const [, kind = "", key = ""] = reference.exec(part) ?? [];
    const word = kind === "series" ? "link.case.series" : kindKeys[kind];
    return word === undefined ? part : `${say(word)} ${key}`;
  });
  return named.join(say("pack.cell.comma"));
}

const refFields = ["entity", "from", "place"] as const;

const refsIn = (say: Say, details: ErrorDetails): Record<string, string> =>
  Object.fromEntries(
    refFields.flatMap((field) => {
      const value = details[field];
      return typeof value === "string" ? [[field, namedRefs(say, value)]] : [];
    }),
  );

/** What fills the blanks of an error's sentence beside its own facts. */
export function errorBlanks(say: Say, details: ErrorDetails): Readonly<Record<string, unknown>> {
  const { reasonKey, reason, problems, rowKinds } = details;
  const told =
    typeof reasonKey === "string" ? say(reasonKey, details) : typeof reason === "string" ? reasonWords(say, reason, details) : null;
  return {
    // A sentence may leave room for either.
    reason: "",
    issues: "",
    target: "",
    ...details,
    ...refsIn(say, details),
    ...(told === null ? {} : { reason: told }),
    ...(Array.isArray(problems)
      ? { issues: problems.map((one: Problem) => problemWords(say, one)).join(say("reason.problem.between")) }
      : {}),
    ...(Array.isArray(rowKinds)
      ? { kinds: rowKinds.map((kind) => say(`import.rowKind.${String(kind)}`)).join(say("pack.cell.comma")) }
      : {}),
  };
}
