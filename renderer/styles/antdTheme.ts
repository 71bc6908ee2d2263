// The same tokens as antd takes them.
import { type ThemeConfig, theme } from "antd";
import { fontFamily, type Palette, type Scale, type Tokens } from "./tokens.ts";

const coloursOf = (palette: Palette) => ({
  colorPrimary: palette.accent,
  colorLink: palette.accentText,
  colorText: palette.text,
  colorTextSecondary: palette.text2,
  colorTextTertiary: palette.text3,
  colorTextDescription: palette.text3,
  colorTextPlaceholder: palette.text3,
  colorBgBase: palette.surface,
  colorBgContainer: palette.surface,
  colorBgElevated: palette.raised,
  colorBgLayout: palette.app,
  colorBorder: palette.lineStrong,
  colorBorderSecondary: palette.line,
  colorError: palette.contra,
  colorWarning: palette.warn,
  colorSuccess: palette.plus,
  controlItemBgHover: palette.hover,
  controlItemBgActive: palette.selected,
});

const sizesOf = (scale: Scale) => ({
  fontSize: scale.body,
  fontSizeSM: scale.small,
  fontWeightStrong: 600,
  controlHeight: scale.control,
  controlHeightSM: scale.controlSmall,
  borderRadius: 6,
  borderRadiusSM: 6,
  borderRadiusLG: 8,
  lineWidth: scale.lineWidth > 1 ? 2 : 1,
});

export function antdThemeOf({ theme: name, palette, scale }: Tokens): ThemeConfig {
  const motion = {
    motion: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
    motionDurationMid: "0.12s",
    motionDurationSlow: "0.16s",
  };
  return {
    algorithm: name === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { fontFamily, ...sizesOf(scale), ...coloursOf(palette), ...motion },
  };
}
