// The sections of a briefing in the order in which they stand. A new one is one file and one line.
import type { BriefSection } from "../briefContext.ts";
import { alerts } from "./alerts.ts";
import { decisions } from "./decisions.ts";
import { hot } from "./hot.ts";
import { losses } from "./losses.ts";
import { newCases } from "./newCases.ts";
import { rings } from "./rings.ts";
import { series } from "./series.ts";
import { standOut } from "./standOut.ts";
import { tasks } from "./tasks.ts";
import { watches } from "./watches.ts";

export const sections: readonly BriefSection[] = [newCases, losses, standOut, series, rings, hot, alerts, watches, decisions, tasks];
