// `identify`: what numbers and addresses are, one line of JSON for every line in, in order.
import { type Reading, readAs, readIdentifier } from "../../../shared/import/identify.ts";
import { columnKinds, findKind, identifierKinds } from "../../../shared/import/kinds/index.ts";
import type { CleanOptions, IdentifierKind } from "../../../shared/import/kinds/kind.ts";
import { anyWords, type Command } from "../command.ts";
import { flag, knownWord, oneOf } from "../option.ts";

export interface IdentifyOptions extends CleanOptions {
  readonly kind?: string;
}

export interface IdentifyLine {
  readonly value: string;
  readonly kind: string | null;
  readonly valid: boolean;
  readonly normal: string | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly reason: string | null;
  readonly doubt: string | null;
  readonly readings?: readonly Reading[];
}

function lineOf(value: string, reading: Reading): IdentifyLine {
  const { kind, valid, normal, facts, reason, doubt } = reading;
  return { value, kind, valid, normal, facts, reason, doubt };
}

function bestLine(value: string, options: IdentifyOptions): IdentifyLine {
  const readings = readIdentifier(value, options);
  const best = readings[0];
  const unread = { value, kind: null, valid: false, normal: null, facts: {}, reason: value.trim() === "" ? "empty" : "form", doubt: null };
  return { ...(best === undefined ? unread : lineOf(value, best)), readings };
}

const kindNames = [...identifierKinds, ...columnKinds].map(({ id }) => id);

const kindNamed = (id: string): IdentifierKind => findKind(id) ?? findKind(knownWord("--kind", id, kindNames))!;

/** One result a line, lazily. */
export function* runIdentify(lines: Iterable<string>, options: IdentifyOptions = {}): Generator<IdentifyLine> {
  const kind = options.kind === undefined ? null : kindNamed(options.kind);
  for (const value of lines) yield kind === null ? bestLine(value, options) : lineOf(value, readAs(kind, value, options));
}

const chunkSize = 2000;

/** yyyymmdd of the UTC day after now: a birth may not be later than today anywhere. */
const dayAfter = (now: number): number => Number(new Date(now + 86_400_000).toISOString().slice(0, 10).replaceAll("-", ""));

export const identifyCommand: Command = {
  name: "identify",
  summary: "cli.identify.summary",
  usage: "[VALUE…]",
  most: anyWords,
  options: { kind: oneOf("cli.option.identifierKind", kindNames), strict: flag("cli.option.strict") },
  async run({ values, positionals }, io) {
    const kind = typeof values.kind === "string" ? { kind: values.kind } : {};
    const options = { ...kind, strict: values.strict === true, today: dayAfter(io.now()) };
    const print = (lines: readonly string[]): void => {
      io.write([...runIdentify(lines, options)].map((line) => `${JSON.stringify(line)}\n`).join(""));
    };
    if (positionals.length > 0) print(positionals);
    else {
      let chunk: string[] = [];
      for await (const line of io.lines) {
        if (chunk.push(line) < chunkSize) continue;
        print(chunk);
        chunk = [];
      }
      print(chunk);
    }
    return 0;
  },
};
