// The order of the test files: what takes longest first, so that no worker is left with a long file when the others have done.
import { statSync } from "node:fs";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Folders by the time that their files take, the longest first; within a folder a large file takes longer than a small one. */
const folders = ["e2e", "desktop", "engine", "peers", "contract", "architecture", "unit"];

/** Small files that take long: they walk through every screen, or start a server. */
const long = ["e2e/accessibility", "e2e/layout"];

const nameOf = ({ moduleId }: TestSpecification): string => moduleId.replace(/^.*\/tests\//, "").replace(/\.test\.tsx?$/, "");

function rankOf(specification: TestSpecification): readonly number[] {
  const name = nameOf(specification);
  const place = long.indexOf(name);
  const rank = place < 0 ? long.length + folders.indexOf(name.split("/")[0]!) : place;
  return [rank, -statSync(specification.moduleId).size];
}

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ranks = new Map(files.map((file) => [file, rankOf(file)] as const));
    const [first, second] = [(file: TestSpecification) => ranks.get(file)![0]!, (file: TestSpecification) => ranks.get(file)![1]!];
    return files.toSorted((a, b) => first(a) - first(b) || second(a) - second(b));
  }
}
