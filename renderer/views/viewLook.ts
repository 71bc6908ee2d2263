// How every view is called and drawn where it is pointed at: rail, trail, search, overview.
import type { IconName } from "../parts/index.ts";
import type { ViewName } from "../state/navigation.ts";

export interface ViewLook {
  readonly icon: IconName;
  /** Key of its word in the rail. */
  readonly word: string;
}

export const viewLooks: Readonly<Record<ViewName, ViewLook>> = {
  overview: { icon: "home", word: "frame.stage.overview" },
  import: { icon: "fileImport", word: "frame.stage.import" },
  resolve: { icon: "fingerprint", word: "frame.stage.resolve" },
  link: { icon: "link", word: "frame.stage.link" },
  group: { icon: "topology", word: "frame.stage.group" },
  trace: { icon: "route", word: "frame.stage.trace" },
  chart: { icon: "affiliate", word: "frame.stage.chart" },
  review: { icon: "presentation", word: "frame.stage.review" },
  audit: { icon: "shield", word: "frame.stage.audit" },
  settings: { icon: "settings", word: "frame.stage.settings" },
};
