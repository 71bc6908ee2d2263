// Colours of the three themes: one set of tokens, three palettes. CSS variables, antd, cytoscape and the exporters all read these.

export const themes = ["light", "dark", "projector"] as const;
export type Theme = (typeof themes)[number];

export interface Palette {
  readonly app: string;
  readonly surface: string;
  readonly sunken: string;
  readonly canvas: string;
  readonly raised: string;
  readonly hover: string;
  readonly selected: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly accent: string;
  readonly accentText: string;
  readonly plus: string;
  readonly plusBg: string;
  readonly minus: string;
  readonly minusBg: string;
  readonly neutral: string;
  readonly neutralBg: string;
  readonly contra: string;
  readonly contraBg: string;
  readonly warn: string;
  readonly warnBg: string;
  readonly rail: string;
  readonly railText: string;
  /** Ink on a solid `contra` ground. */
  readonly onContra: string;
  readonly seq: readonly [string, string, string, string, string, string];
  /** Colours of chart links by what they mean. */
  readonly linkTransfer: string;
  readonly linkCall: string;
  readonly linkFact: string;
}

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    app: "#EFF2F6",
    surface: "#FFFFFF",
    sunken: "#F6F8FA",
    canvas: "#FAFBFC",
    raised: "#FFFFFF",
    hover: "#EDF1F7",
    selected: "#E4ECFB",
    line: "#DDE2E9",
    lineStrong: "#BAC3D0",
    text: "#18202E",
    text2: "#475164",
    text3: "#5D6778",
    accent: "#2A52BE",
    accentText: "#2449A8",
    plus: "#08735C",
    plusBg: "#DFF2EC",
    minus: "#A84A06",
    minusBg: "#FCEBDD",
    neutral: "#5D6778",
    neutralBg: "#ECEFF3",
    contra: "#B81C3A",
    contraBg: "#FBE5E9",
    warn: "#7E5A00",
    warnBg: "#FAF0D4",
    rail: "#1B2536",
    railText: "#AAB6C9",
    onContra: "#FFFFFF",
    seq: ["#EAF0FA", "#C5D5F2", "#94B2E6", "#5F8AD6", "#3563BC", "#1D428F"],
    linkTransfer: "#D9A55C",
    linkCall: "#5FAF9C",
    linkFact: "#A3ADBA",
  },
  dark: {
    app: "#0E1218",
    surface: "#171C24",
    sunken: "#12171E",
    canvas: "#12161D",
    raised: "#1F2530",
    hover: "#232B37",
    selected: "#20305A",
    line: "#2A323E",
    lineStrong: "#465163",
    text: "#E6EAF1",
    text2: "#AEB8C7",
    text3: "#949FB1",
    accent: "#466BD6",
    accentText: "#93B0FB",
    plus: "#46C3A4",
    plusBg: "#12332D",
    minus: "#F0994F",
    minusBg: "#3A2614",
    neutral: "#949FB1",
    neutralBg: "#262D38",
    contra: "#FF8496",
    contraBg: "#3F1A23",
    warn: "#E3B74A",
    warnBg: "#352B10",
    rail: "#0A0D12",
    railText: "#93A0B5",
    onContra: "#171C24",
    seq: ["#1A2230", "#1F3358", "#274A88", "#3565B8", "#5B8BDB", "#A3C3F7"],
    linkTransfer: "#9A6F35",
    linkCall: "#2F8F78",
    linkFact: "#566275",
  },
  projector: {
    app: "#FFFFFF",
    surface: "#FFFFFF",
    sunken: "#F1F4F8",
    canvas: "#FFFFFF",
    raised: "#FFFFFF",
    hover: "#E6ECF5",
    selected: "#D6E3FB",
    line: "#9BA6B6",
    lineStrong: "#5A6575",
    text: "#070C15",
    text2: "#252E3D",
    text3: "#3E4858",
    accent: "#163F9E",
    accentText: "#163F9E",
    plus: "#005A47",
    plusBg: "#CFEDE4",
    minus: "#8A3900",
    minusBg: "#FBE0CA",
    neutral: "#3E4858",
    neutralBg: "#E3E7ED",
    contra: "#9C0F2C",
    contraBg: "#F9D6DD",
    warn: "#5E4300",
    warnBg: "#F7E6B5",
    rail: "#0D1526",
    railText: "#C9D2E0",
    onContra: "#FFFFFF",
    seq: ["#E3EBF8", "#B3C8EE", "#7DA1E0", "#4676CB", "#1F4FA8", "#0B2F74"],
    linkTransfer: "#944E00",
    linkCall: "#00604B",
    linkFact: "#5A6575",
  },
};
