// Watching: the alerts with their facts, or what is watched. The address says which.
import { parseWatchPlace } from "../../../state/watches.ts";
import type { ReviewPageProps } from "../page.ts";
import { AlertPane } from "./AlertPane.tsx";
import "./watch.css";
import { WatchTable } from "./WatchTable.tsx";

export function WatchPage({ about }: ReviewPageProps) {
  const place = parseWatchPlace(about);
  return place.page === "watches" ? <WatchTable /> : <AlertPane chosen={place.alert} />;
}
