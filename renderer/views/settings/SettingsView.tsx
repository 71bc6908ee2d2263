// Settings of this machine: language, theme, density, masking; who is at work; where the workspace lies.
import type { ReactNode } from "react";
import { entityKinds } from "../../../shared/model/entity.ts";
import { type Language, languages } from "../../../shared/words.ts";
import { WorkspaceCard } from "../../frame/WorkspaceCard.tsx";
import { useWords } from "../../i18n/index.ts";
import { KindGlyph, PageTitle, Panel, Segmented, SignMark, Tag } from "../../parts/index.ts";
import { changePreferences, hours, usePreferences } from "../../state/preferences.ts";
import { useWorkspace } from "../../state/workspace.ts";
import { type Density, densities, type Theme, themes } from "../../styles/tokens.ts";
import type { ViewProps } from "../viewProps.ts";
import { GraphServerPanel } from "./GraphServerPanel.tsx";
import { SelfTestPanel } from "./SelfTestPanel.tsx";
import "./graphServer.css";

const languageNames: Readonly<Record<Language, string>> = { "zh-CN": "中文", en: "English" };
const themeKeys: Readonly<Record<Theme, string>> = {
  light: "frame.settings.light",
  dark: "frame.settings.dark",
  projector: "frame.settings.projector",
};
const densityKeys: Readonly<Record<Density, string>> = {
  dense: "frame.settings.dense",
  normal: "frame.settings.normal",
  roomy: "frame.settings.roomy",
};

function Setting({ title, note, children }: { readonly title: string; readonly note: string; readonly children: ReactNode }) {
  return (
    <div className="cw-setting">
      <div>
        <h3>{title}</h3>
        <p>{note}</p>
      </div>
      {children}
    </div>
  );
}

function Sample() {
  return (
    <div className="cw-setting-sample" aria-hidden="true">
      {entityKinds.map((kind) => (
        <KindGlyph key={kind} kind={kind} size={24} />
      ))}
      <SignMark sign="+" />
      <SignMark sign="-" />
      <SignMark sign="~" />
      <SignMark sign="!" />
    </div>
  );
}

function HourSelect({
  label,
  hour,
  onChange,
}: {
  readonly label: string;
  readonly hour: number;
  readonly onChange: (hour: number) => void;
}) {
  return (
    <select className="cw-input" aria-label={label} value={hour} onChange={(event) => onChange(Number(event.target.value))}>
      {hours.map((each) => (
        <option key={each} value={each}>{`${String(each).padStart(2, "0")}:00`}</option>
      ))}
    </select>
  );
}

function AlertSetting() {
  const t = useWords();
  const { hasSound, quietFrom, quietUntil } = usePreferences();
  return (
    <Setting title={t("watch.setting.title")} note={t("watch.setting.note")}>
      <span className="cw-setting-hours">
        <Segmented
          label={t("watch.setting.title")}
          value={hasSound ? "on" : "off"}
          onChange={(value) => changePreferences({ hasSound: value === "on" })}
          options={[
            { value: "on", text: t("watch.setting.on") },
            { value: "off", text: t("watch.setting.off") },
          ]}
        />
        <span>{t("watch.setting.quiet")}</span>
        <HourSelect label={t("watch.setting.from")} hour={quietFrom} onChange={(hour) => changePreferences({ quietFrom: hour })} />
        <span>–</span>
        <HourSelect label={t("watch.setting.until")} hour={quietUntil} onChange={(hour) => changePreferences({ quietUntil: hour })} />
      </span>
    </Setting>
  );
}

function LookPanel() {
  const t = useWords();
  const { language, theme, density, isMasked } = usePreferences();
  return (
    <Panel title={t("frame.settings.look")}>
      <Setting title={t("frame.settings.language")} note={t("frame.settings.languageNote")}>
        <Segmented
          label={t("frame.settings.language")}
          value={language}
          onChange={(value) => changePreferences({ language: value })}
          options={languages.map((value) => ({ value, text: languageNames[value] }))}
        />
      </Setting>
      <Setting title={t("frame.settings.theme")} note={t("frame.settings.themeNote")}>
        <Segmented
          label={t("frame.settings.theme")}
          value={theme}
          onChange={(value) => changePreferences({ theme: value })}
          options={themes.map((value) => ({ value, text: t(themeKeys[value]) }))}
        />
      </Setting>
      <Sample />
      <Setting title={t("frame.settings.density")} note={t("frame.settings.densityNote")}>
        <Segmented
          label={t("frame.settings.density")}
          value={density}
          onChange={(value) => changePreferences({ density: value })}
          options={densities.map((value) => ({ value, text: t(densityKeys[value]) }))}
        />
      </Setting>
      <Setting title={t("frame.settings.mask")} note={t("frame.settings.maskNote")}>
        <Segmented
          label={t("frame.settings.mask")}
          value={isMasked ? "on" : "off"}
          onChange={(value) => changePreferences({ isMasked: value === "on" })}
          options={[
            { value: "on", text: t("frame.mask.on") },
            { value: "off", text: t("frame.mask.off") },
          ]}
        />
      </Setting>
      <AlertSetting />
    </Panel>
  );
}

export function SettingsView(_props: ViewProps) {
  const t = useWords();
  const user = useWorkspace((state) => state.info?.user ?? "");
  return (
    <div className="cw-page">
      <PageTitle title={t("frame.stage.settings")} note={t("frame.settings.note")} />
      <div className="cw-settings">
        <div className="cw-settings-side">
          <LookPanel />
          <SelfTestPanel />
        </div>
        <div className="cw-settings-side">
          <Panel title={t("frame.settings.user")}>
            <Setting title={user} note={t("frame.settings.userNote")}>
              <Tag tone="accent">{t("frame.settings.userTag")}</Tag>
            </Setting>
          </Panel>
          <Panel title={t("frame.settings.workspace")}>
            <div className="cw-settings-workspace">
              <WorkspaceCard />
            </div>
          </Panel>
          <GraphServerPanel />
        </div>
      </div>
    </div>
  );
}
