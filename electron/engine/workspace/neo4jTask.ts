// Push, comparison and fetching in a child of their own: it reads the workspace file, talks to the server, and can be ended at any moment.
import type { GraphComparison, PushResult } from "../../../shared/workspace/graphCalls.ts";
import type { Task, TaskContext } from "../jobs/task.ts";
import { compareGraph } from "../store/neo4j/compare.ts";
import { type Neo4jAddress, withNeo4j } from "../store/neo4j/connect.ts";
import { type PullInput, pullGraph } from "../store/neo4j/pull.ts";
import { pushGraph } from "../store/neo4j/push.ts";
import { openWorkspaceFile } from "../store/sqlite/open.ts";

export interface ServerTaskInput {
  readonly path: string;
  readonly key: string | null;
  readonly dataVersion: number;
  readonly address: Neo4jAddress;
  readonly graph: string;
}

function reporter(phase: string, subject: string, { report }: Pick<TaskContext, "report">) {
  const began = performance.now();
  return (done: number, total: number | null) => {
    const perSecond = done / Math.max(0.001, (performance.now() - began) / 1000);
    const secondsLeft = total === null ? null : (total - done) / perSecond;
    report({ phase, done, total, perSecond, secondsLeft, subject });
  };
}

export const pushTask: Task<ServerTaskInput, PushResult> = async ({ path, key, address, graph, dataVersion }, context) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const report = reporter("push", address.uri, context);
    return await withNeo4j(address, (session) => pushGraph({ db, session, graph, dataVersion, signal: context.signal, report }));
  } finally {
    db.close();
  }
};

export const compareTask: Task<ServerTaskInput, GraphComparison> = async ({ path, key, address, graph }, context) => {
  const db = openWorkspaceFile(path, { readOnly: true, key });
  try {
    const report = reporter("check", address.uri, context);
    return await withNeo4j(address, (session) =>
      compareGraph({ db, session, graph, signal: context.signal, report: (done) => report(done, null) }),
    );
  } finally {
    db.close();
  }
};

export const pullTask: Task<PullInput & { readonly address: Neo4jAddress }, { readonly nodes: number; readonly links: number }> = async (
  input,
  context,
) => {
  const report = reporter("pull", input.address.uri, context);
  return await withNeo4j(input.address, (session) =>
    pullGraph(session, input, { signal: context.signal, report: (done) => report(done, null) }),
  );
};
