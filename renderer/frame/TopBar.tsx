// The top bar: workspace and crumbs, the search box, time window, masking, jobs, alerts, user.
import { Popover } from "antd";
import { useWords } from "../i18n/index.ts";
import { Icon, KeyCap } from "../parts/index.ts";
import { fractionOf, runningJob, showTray, useJobs } from "../state/jobs.ts";
import { goTo, showSearch, useNavigation } from "../state/navigation.ts";
import { toggleMasking, usePreferences } from "../state/preferences.ts";
import { useWorkspace } from "../state/workspace.ts";
import { viewLooks } from "../views/viewLook.ts";
import { AlertsChip } from "./AlertsChip.tsx";
import { JobTray, ProgressRing } from "./JobTray.tsx";
import { TimeWindowButton } from "./TimeWindowButton.tsx";
import { WorkspaceCard } from "./WorkspaceCard.tsx";

function Crumbs() {
  const t = useWords();
  const info = useWorkspace((state) => state.info);
  const { view } = useNavigation((state) => state.place);
  const crumbs = useNavigation((state) => state.crumbs);
  const trail = view === "overview" ? [] : [t(viewLooks[view].word), ...crumbs];
  return (
    <div className="cw-crumbs">
      <Popover trigger="click" placement="bottomLeft" content={<WorkspaceCard />}>
        <button type="button" className="cw-crumb-workspace">
          <Icon name={info?.encrypted ? "lock" : "database"} size={15} />
          <b>{info?.name ?? "…"}</b>
          <Icon name="chevronDown" size={13} />
        </button>
      </Popover>
      {trail.map((crumb) => (
        <span key={crumb} className="cw-crumb">
          <Icon name="chevronRight" size={13} />
          <span>{crumb}</span>
        </span>
      ))}
    </div>
  );
}

function JobsChip() {
  const t = useWords();
  const jobs = useJobs((state) => state.jobs);
  const isOpen = useJobs((state) => state.isTrayOpen);
  const running = runningJob(jobs);
  const fraction = fractionOf(running?.progress ?? null);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={showTray}
      content={<JobTray />}
      classNames={{ root: "cw-popover-flush" }}
    >
      <button type="button" className="cw-chip cw-jobs-chip" aria-expanded={isOpen}>
        {running ? <ProgressRing fraction={fraction} /> : <Icon name="checklist" size={15} />}
        <span>{running ? t(running.title, running.titleValues) : t("frame.jobs.chip")}</span>
        {fraction !== null && <span className="cw-number">{Math.floor(fraction * 100)}%</span>}
      </button>
    </Popover>
  );
}

export function TopBar() {
  const t = useWords();
  const isMasked = usePreferences((state) => state.isMasked);
  const user = useWorkspace((state) => state.info?.user ?? "");
  return (
    <header className="cw-top">
      <Crumbs />
      <button type="button" className="cw-search-box" onClick={() => showSearch(true)}>
        <Icon name="search" size={16} />
        <span>{t("frame.search.placeholder")}</span>
        <KeyCap>Ctrl K</KeyCap>
      </button>
      <div className="cw-top-tools">
        <TimeWindowButton />
        <button type="button" className="cw-chip" aria-pressed={isMasked} onClick={toggleMasking} title={t("frame.mask.hint")}>
          <Icon name={isMasked ? "eyeOff" : "eye"} size={15} />
          <span>{isMasked ? t("frame.mask.on") : t("frame.mask.off")}</span>
        </button>
        <JobsChip />
        <AlertsChip />
        <button
          type="button"
          className="cw-user"
          onClick={() => goTo("settings")}
          title={t("frame.user.hint", { user })}
          aria-label={t("frame.user.hint", { user })}
        >
          {user.slice(0, 1).toUpperCase()}
        </button>
      </div>
    </header>
  );
}
