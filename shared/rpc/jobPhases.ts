// What jobs report that they are doing: code → key of the catalogue. Tasks of any stage may use any of them.

export const phaseKeys: Readonly<Record<string, string>> = {
  recognise: "job.phase.recognise",
  import: "job.phase.import",
  index: "job.phase.index",
  hubs: "job.phase.hubs",
  candidates: "job.phase.candidates",
  learn: "job.phase.learn",
  score: "job.phase.score",
  store: "job.phase.store",
  group: "job.phase.group",
  read: "job.phase.read",
  rings: "job.phase.rings",
  selftest: "job.phase.selftest",
  compare: "job.phase.compare",
  cluster: "job.phase.cluster",
  rank: "job.phase.rank",
  push: "job.phase.push",
  pull: "job.phase.pull",
  check: "job.phase.check",
  travel: "job.phase.travel",
  draw: "job.phase.draw",
};
