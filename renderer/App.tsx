// The frame and nothing else: rail, top bar, the view, status bar, and what floats above them.
import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { Suspense, useEffect } from "react";
import { CitationDrawer } from "./frame/CitationDrawer.tsx";
import { useFrameKeys } from "./frame/frameKeys.ts";
import { useFrameWidth } from "./frame/frameWidth.ts";
import { HelpSheet } from "./frame/HelpSheet.tsx";
import { PassphraseDialog } from "./frame/PassphraseDialog.tsx";
import { Rail } from "./frame/Rail.tsx";
import { SearchOverlay } from "./frame/SearchOverlay.tsx";
import { StatusBar } from "./frame/StatusBar.tsx";
import { ToastList } from "./frame/ToastList.tsx";
import { TopBar } from "./frame/TopBar.tsx";
import { ViewBoundary } from "./frame/ViewBoundary.tsx";
import { useWindowDrop } from "./frame/windowDrop.ts";
import { useLanguage } from "./i18n/index.ts";
import { Skeleton } from "./parts/index.ts";
import { styleNonce } from "./rpc/styleNonce.ts";
import { useNavigation } from "./state/navigation.ts";
import { usePreferences, useTokens } from "./state/preferences.ts";
import { antdThemeOf } from "./styles/antdTheme.ts";
import { applyTokens } from "./styles/cssVariables.ts";
import { views } from "./views/registry.ts";

const nonce = styleNonce();

function CurrentView() {
  const { view, subject } = useNavigation((state) => state.place);
  const View = views[view];
  return (
    <ViewBoundary key={view}>
      <Suspense fallback={<Skeleton rows={12} tall />}>
        <View subject={subject} />
      </Suspense>
    </ViewBoundary>
  );
}

export function App() {
  const tokens = useTokens();
  const language = useLanguage();
  // What components hold was answered open or masked: they begin anew when that is switched.
  const isMasked = usePreferences((state) => state.isMasked);
  useFrameKeys();
  useWindowDrop();
  useFrameWidth(tokens.scale.unit);
  useEffect(() => applyTokens(tokens, document.documentElement), [tokens]);
  return (
    <ConfigProvider
      theme={antdThemeOf(tokens)}
      locale={language === "en" ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      {...(nonce ? { csp: { nonce } } : {})}
    >
      <AntApp key={isMasked ? "masked" : "open"} className="cw-app">
        <Rail />
        <TopBar />
        <main className="cw-view" id="view">
          <CurrentView />
        </main>
        <StatusBar />
        <CitationDrawer />
        <SearchOverlay />
        <HelpSheet />
        <PassphraseDialog />
        <ToastList />
      </AntApp>
    </ConfigProvider>
  );
}
