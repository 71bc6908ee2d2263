// Task name → the function that a child runs. Loaded on demand, so that a child starts with what it needs only.

export const tasks = {
  previewFiles: async () => (await import("../import/previewTask.ts")).previewTask,
  parseFiles: async () => (await import("../import/parseTask.ts")).parseTask,
  linkCases: async () => (await import("../link/linkTask.ts")).linkTask,
  scorePairs: async () => (await import("../link/linkTask.ts")).scoreTask,
  mergeEffect: async () => (await import("../link/mergeEffect.ts")).mergeEffectTask,
  findSimilar: async () => (await import("../link/linkTask.ts")).similarTask,
  resolveRecords: async () => (await import("../resolve/resolveTask.ts")).resolveTask,
  explainIdentity: async () => (await import("../resolve/resolveTask.ts")).explainIdentityTask,
  evaluateLinkage: async () => (await import("../link/evaluateTask.ts")).evaluateTask,
  groupSeries: async () => (await import("../group/groupTask.ts")).groupTask,
  findRings: async () => (await import("../group/ringsTask.ts")).ringsTask,
  traceMoney: async () => (await import("../trace/moneyTask.ts")).moneyTask,
  rangeMoney: async () => (await import("../trace/moneyTask.ts")).moneyRangeTask,
  listMoney: async () => (await import("../trace/moneyTask.ts")).moneyListTask,
  profileCalls: async () => (await import("../trace/profileTask.ts")).profileTask,
  listNumbers: async () => (await import("../trace/numbersTask.ts")).numbersTask,
  findMeetings: async () => (await import("../trace/meetTask.ts")).meetTask,
  findNumberChanges: async () => (await import("../trace/numberChangeTask.ts")).numberChangeTask,
  findMotifs: async () => (await import("../group/motifsTask.ts")).motifsTask,
  rankEntities: async () => (await import("../group/rankTask.ts")).rankTask,
  nameSources: async () => (await import("../group/motifsTask.ts")).nameSourcesTask,
  findPaths: async () => (await import("../chart/pathTask.ts")).pathTask,
  findConnections: async () => (await import("../chart/pathTask.ts")).connectionTask,
  pushGraph: async () => (await import("../workspace/neo4jTask.ts")).pushTask,
  compareGraph: async () => (await import("../workspace/neo4jTask.ts")).compareTask,
  pullGraph: async () => (await import("../workspace/neo4jTask.ts")).pullTask,
  writeChart: async () => (await import("../review/chartTask.ts")).chartTask,
  queryViews: async () => (await import("../workspace/queryTask.ts")).queryTask,
};

export type TaskName = keyof typeof tasks;
