// A statement that an analyst typed: it must read and nothing else. It also runs in a session that cannot write (reliability N2).
import { CaseweaveError } from "../../../../shared/errors.ts";

const refusedWords = [
  "create merge delete detach set remove drop alter grant deny revoke start stop terminate rename load foreach use insert finish",
  "enable disable dump reallocate deallocate",
]
  .join(" ")
  .split(" ");

/** Procedures that only tell of the schema or search an index. */
const allowedProcedures = [
  /^db\.labels$/i,
  /^db\.relationshiptypes$/i,
  /^db\.propertykeys$/i,
  /^db\.schema\.\w+$/i,
  /^db\.index\.fulltext\.query(nodes|relationships)$/i,
  /^dbms\.components$/i,
];

/** Without texts, names in back-ticks and comments, whose words are no statements. */
const bareText = (text: string) => text.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, " ''  ");

export function checkCypher(text: string): void {
  const refuse = (reason: string): never => {
    throw new CaseweaveError("query-refused", { reason });
  };
  if (/\\u/i.test(text)) refuse("\\u"); // Cypher reads \uXXXX anywhere, also where it would end a text
  const bare = bareText(text);
  if (/['"`]/.test(bare.replaceAll("''", ""))) refuse("' \" `");
  const word = bare
    .toLowerCase()
    .match(/(?<![.\w$:])[a-z_]+(?![\w(])|(?<![.\w$:])[a-z_]+(?=\s*\()/g)
    ?.find((one) => refusedWords.includes(one));
  if (word) refuse(word.toUpperCase());
  for (const [, name = ""] of bare.matchAll(/\bcall\s+([\w.]+)/gi))
    if (!allowedProcedures.some((one) => one.test(name))) refuse(`CALL ${name}`);
  if (/\b(apoc|gds|dbms)\s*\./i.test(bare.replaceAll(/\bcall\s+dbms\.components\b/gi, ""))) refuse("apoc. gds. dbms.");
  if (!/^\s*(match|optional\s+match|with|unwind|call|return|show|profile|explain)\b/i.test(bare)) refuse("MATCH");
  if (/;\s*\S/.test(bare)) refuse(";");
  if (/\bin\s+(\d+\s+)?(concurrent\s+)?transactions\b/i.test(bare)) refuse("IN TRANSACTIONS");
}
