// Phases that jobs report: code → key of the catalogue.

export const phaseKeys: Readonly<Record<string, string>> = {
  read: "job.phase.read",
  preview: "job.phase.preview",
  store: "job.phase.store",
  index: "job.phase.index",
  load: "job.phase.load",
  candidates: "job.phase.candidates",
  compare: "job.phase.compare",
  learn: "job.phase.learn",
  score: "job.phase.score",
  cluster: "job.phase.cluster",
  save: "job.phase.save",
};
