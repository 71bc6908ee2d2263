// The entry of the window: words first, then the frame, then the workspace.
import "./rpc/trustedTypes.ts";
import "@fontsource/inter/latin-400.css";
import "@fontsource/inter/latin-600.css";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/table.css";
import "./styles/frame.css";
import "./styles/floats.css";
import "./styles/pages.css";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { startWords, words } from "./i18n/index.ts";
import { watchWork } from "./state/chartWork.ts";
import { watchMasking } from "./state/masking.ts";
import { watchAddress } from "./state/navigation.ts";
import { usePreferences } from "./state/preferences.ts";
import { adoptStrayJobs } from "./state/strayJobs.ts";
import { watchWorkspace } from "./state/workspace.ts";
import { applyTokens } from "./styles/cssVariables.ts";
import { tokensOf } from "./styles/tokens.ts";

const { language, theme, density } = usePreferences.getState();
applyTokens(tokensOf(theme, density), document.documentElement);
await startWords(language);
document.documentElement.lang = language;
usePreferences.subscribe((state, before) => {
  if (state.language === before.language) return;
  document.documentElement.lang = state.language;
  void words.changeLanguage(state.language);
});
watchAddress();
watchWorkspace();
watchMasking();
watchWork();
void adoptStrayJobs();
createRoot(document.getElementById("root")!).render(<App />);
