#!/usr/bin/env node
// The command line as a process. Standard output is the answer's, standard error everybody else's.
import { createInterface } from "node:readline";
import type { CommandIo } from "./command.ts";
import { runCommandLine } from "./run.ts";

const io: CommandIo = {
  // Read only when asked for: a program that leaves our standard input open must not keep us from ending.
  get lines() {
    return createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  },
  write: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(`${text}\n`),
  now: Date.now,
};

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await runCommandLine(process.argv.slice(2), io);
