// The command line in this process: exit code, standard output and what people are told.
process.env["LC_ALL"] = "zh_CN.UTF-8"; // read when the command line is loaded
const { runCommandLine } = await import("../../../electron/cli/run.ts");

export async function runHere(args: readonly string[]) {
  let [out, complaint] = ["", ""];
  const code = await runCommandLine(args, {
    lines: (async function* () {})(),
    write: (text) => {
      out += text;
    },
    say: (text) => {
      complaint += `${text}\n`;
    },
    now: Date.now,
  });
  return { code, out, complaint };
}
