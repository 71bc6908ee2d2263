// Labels and types of a server with counts and a sample of their properties: what a mapping is guessed from.
import { type GraphMapping, guessGraphMapping, type LabelFacts, type TypeFacts } from "../../../../shared/workspace/graphMapping.ts";
import type { Neo4jSession } from "./connect.ts";
import { serverCypher } from "./cypher.ts";
import { allowName, isSafeName } from "./names.ts";
import type { Row } from "./plainValue.ts";

const sampleSize = 200;
/** Labels and types that `push` itself keeps: they are read by the graph's name. */
const isOurs = (name: string) => /^CASEWEAVE|^Caseweave/.test(name);

export interface ServerSchema {
  readonly labels: readonly LabelFacts[];
  readonly types: readonly TypeFacts[];
  /** Names that are not read, because a statement could not hold them safely. */
  readonly refused: readonly string[];
}

export async function readSchema(session: Neo4jSession, signal?: AbortSignal): Promise<ServerSchema> {
  const names = async (statement: typeof serverCypher.labels, column: string) =>
    (await session.read(statement, {}, { signal })).map((row) => String(row[column])).filter((name) => !isOurs(name));
  const [labels, types] = [await names(serverCypher.labels, "label"), await names(serverCypher.types, "type")];
  const constraints = await session.read(serverCypher.constraints, {}, { signal });
  const uniqueOf = (label: string) => constraints.filter((row) => row["label"] === label).map((row) => String(row["property"]));
  const described = await inGroups(labels.filter(isSafeName), (label) => describeLabel(session, label, labels, uniqueOf(label), signal));
  const typed = await inGroups(types.filter(isSafeName), (type) => describeType(session, type, types, signal));
  return {
    labels: described.filter(({ count }) => count > 0),
    types: typed.filter(({ count }) => count > 0),
    refused: [...labels, ...types].filter((name) => !isSafeName(name)),
  };
}

const askedAtOnce = 8;

/** A schema of hundreds of names takes two questions each: several go at a time, the answers keep their order. */
async function inGroups<Given, Found>(given: readonly Given[], describe: (one: Given) => Promise<Found>): Promise<Found[]> {
  const found: Found[] = [];
  for (let at = 0; at < given.length; at += askedAtOnce)
    found.push(...(await Promise.all(given.slice(at, at + askedAtOnce).map(describe))));
  return found;
}

export async function guessMapping(session: Neo4jSession, signal?: AbortSignal): Promise<GraphMapping> {
  const { labels, types } = await readSchema(session, signal);
  return guessGraphMapping(labels, types);
}

async function describeLabel(
  session: Neo4jSession,
  label: string,
  known: readonly string[],
  unique: readonly string[],
  signal?: AbortSignal,
): Promise<LabelFacts> {
  const name = allowName(label, known);
  const [counted] = await session.read(serverCypher.countLabel(name), {}, { signal });
  const sample = (await session.read(serverCypher.sampleLabel(name), { limit: sampleSize }, { signal })).map(
    (row) => row["properties"] as Row,
  );
  const properties = [...new Set(sample.flatMap((row) => Object.keys(row)))].filter(isSafeName).sort();
  return {
    label,
    count: Number(counted?.["count"] ?? 0),
    properties: properties.map((property) => {
      const values = sample.flatMap((row) => (row[property] === undefined || row[property] === "" ? [] : [row[property]]));
      return {
        name: property,
        filled: values.length,
        distinct: new Set(values).size,
        isText: values.every((value) => typeof value === "string"),
      };
    }),
    sampled: sample.length,
    unique,
  };
}

async function describeType(session: Neo4jSession, type: string, known: readonly string[], signal?: AbortSignal): Promise<TypeFacts> {
  const name = allowName(type, known);
  const [counted] = await session.read(serverCypher.countType(name), {}, { signal });
  const sample = (await session.read(serverCypher.sampleType(name), { limit: sampleSize }, { signal })).map(
    (row) => row["properties"] as Row,
  );
  const names = [...new Set(sample.flatMap((row) => Object.keys(row)))].filter(isSafeName).sort();
  const numbers = names.filter((property) => sample.every((row) => row[property] === undefined || typeof row[property] === "number"));
  return { type, count: Number(counted?.["count"] ?? 0), numbers };
}
