// Pages of the trace screen by name: a new question is one page and one line here.
import type { PageName } from "../../state/traceSubject.ts";
import { CallsPage } from "./calls/CallsPage.tsx";
import { ChangesPage } from "./calls/ChangesPage.tsx";
import { CollidePage } from "./collide/CollidePage.tsx";
import { MapPage } from "./map/MapPage.tsx";
import { MeetPage } from "./meet/MeetPage.tsx";
import { MoneyPage } from "./money/MoneyPage.tsx";
import type { TracePage } from "./page.ts";
import { StaysPage } from "./stays/StaysPage.tsx";

export const pages: Readonly<Record<PageName, TracePage>> = {
  money: { word: "trace.page.money", component: MoneyPage },
  calls: { word: "trace.page.calls", component: CallsPage },
  changes: { word: "trace.page.changes", component: ChangesPage },
  meet: { word: "trace.page.meet", component: MeetPage },
  stays: { word: "trace.page.stays", component: StaysPage },
  map: { word: "trace.page.map", component: MapPage },
  collide: { word: "trace.page.collide", component: CollidePage },
};
