// Answers on standard output: one document, or JSON lines. Control characters of data never reach a terminal (reliability HI15).
import type { CommandIo } from "./command.ts";

// JSON.stringify escapes C0; C1 and DEL are escaped here.
const clean = (json: string) =>
  json.replaceAll(/[\u007f-\u009f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Bits have two decimals wherever they stand (cli.md §1); what the engine adds up has all of them. */
const roundBits = (key: string, value: unknown): unknown =>
  typeof value === "number" && /^bits$|Bits$/.test(key) ? Math.round(value * 100) / 100 : value;

export function printDocument(io: CommandIo, value: unknown): void {
  io.write(`${clean(JSON.stringify(value, roundBits, 1))}\n`);
}

const linesAtOnce = 500;

export function printLines(io: CommandIo, values: Iterable<unknown>): void {
  let buffer: string[] = [];
  const flush = () => {
    if (buffer.length > 0) io.write(`${buffer.join("\n")}\n`);
    buffer = [];
  };
  for (const value of values) {
    buffer.push(clean(JSON.stringify(value)));
    if (buffer.length >= linesAtOnce) flush();
  }
  flush();
}
