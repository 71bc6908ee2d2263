// How wide the frame is, in units of the normal scale: below 1280 the right column becomes a drawer, below 1100 the left list too.
import { useEffect } from "react";
import { create } from "zustand";

export type FrameWidth = "wide" | "middle" | "narrow";

export const useFrameWidthState = create<{ readonly width: FrameWidth }>(() => ({ width: "wide" }));

export const frameWidthOf = (pixels: number, unit: number): FrameWidth => {
  const units = pixels / unit;
  return units >= 1280 ? "wide" : units >= 1100 ? "middle" : "narrow";
};

/** Keeps `data-width` on the document for the style sheets, and the store for components. */
export function useFrameWidth(unit: number): void {
  useEffect(() => {
    const measure = () => {
      const width = frameWidthOf(window.innerWidth, unit);
      document.documentElement.dataset.width = width;
      useFrameWidthState.setState({ width });
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [unit]);
}
