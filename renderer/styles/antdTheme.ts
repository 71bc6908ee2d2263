// The same tokens as antd takes them.
import { type ThemeConfig, theme } from "antd";
import { fontFamily, type Tokens } from "./tokens.ts";

export function antdThemeOf({ theme: name, palette, scale }: Tokens): ThemeConfig {
  const padding = Math.round(12 * scale.unit);
  return {
    algorithm: name === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: scale.body,
      fontSizeSM: scale.small,
      fontWeightStrong: 600,
      controlHeight: scale.control,
      controlHeightSM: scale.controlSmall,
      borderRadius: 6,
      borderRadiusSM: 6,
      borderRadiusLG: 8,
      lineWidth: scale.lineWidth > 1 ? 2 : 1,
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
      motion: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.16s",
    },
    components: {
      Button: {
        primaryShadow: "none",
        defaultShadow: "none",
        fontWeight: 400,
        paddingInline: padding,
        paddingInlineSM: Math.round(10 * scale.unit),
      },
    },
  };
}
