// Writing the demo files in a child process: they keep a core busy for some seconds.
import type { Task } from "../jobs/task.ts";
import { writeDemoFiles } from "./index.ts";

export interface DemoTaskInput {
  readonly folder: string;
  readonly scale: number;
  readonly seed: number;
}

export interface DemoTaskOutput {
  /** Names inside the folder. */
  readonly files: readonly string[];
  readonly lateFiles: readonly string[];
}

export const demoTask: Task<DemoTaskInput, DemoTaskOutput> = async ({ folder, scale, seed }) => {
  const { files, lateFiles } = await writeDemoFiles(folder, { scale, seed });
  return { files, lateFiles };
};
