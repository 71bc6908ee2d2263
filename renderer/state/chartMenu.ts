// Which menu of the chart's bar is open: a button opens it, and so does a command.
import { create } from "zustand";

// State

export const chartMenus = ["path", "layout", "draft", "note", "arrange", "looks", "snapshots", "files", "export"] as const;
export type ChartMenuName = (typeof chartMenus)[number];

export const useChartMenu = create<{ readonly open: ChartMenuName | null }>(() => ({ open: null }));

// Actions

export const openChartMenu = (open: ChartMenuName | null): void => useChartMenu.setState({ open });

/** Like the state of a component: whether this one is open, and how it opens and closes. */
export function useMenu(name: ChartMenuName): readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const isOpen = useChartMenu(({ open }) => open === name);
  const setOpen = (next: boolean): void => {
    if (next) openChartMenu(name);
    else if (useChartMenu.getState().open === name) openChartMenu(null);
  };
  return [isOpen, setOpen];
}
