// The menu, in the language of the system.
import { app, Menu, type MenuItemConstructorOptions } from "electron";
import type { Sentence } from "../words.ts";

export interface MenuActions {
  openWorkspace(): void;
  newWorkspace(): void;
}

export function setMenu(t: Sentence, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([fileMenu(t, actions), editMenu(t), viewMenu(t), helpMenu(t)]));
}

function fileMenu(t: Sentence, actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: t("desktop.menu.file"),
    submenu: [
      { label: t("desktop.menu.openWorkspace"), accelerator: "CmdOrCtrl+O", click: actions.openWorkspace },
      { label: t("desktop.menu.newWorkspace"), accelerator: "CmdOrCtrl+Shift+N", click: actions.newWorkspace },
      { type: "separator" },
      { role: "quit", label: t("desktop.menu.quit") },
    ],
  };
}

function editMenu(t: Sentence): MenuItemConstructorOptions {
  return {
    label: t("desktop.menu.edit"),
    submenu: [
      { role: "undo", label: t("desktop.menu.undo") },
      { role: "redo", label: t("desktop.menu.redo") },
      { type: "separator" },
      { role: "cut", label: t("desktop.menu.cut") },
      { role: "copy", label: t("desktop.menu.copy") },
      { role: "paste", label: t("desktop.menu.paste") },
      { role: "selectAll", label: t("desktop.menu.selectAll") },
    ],
  };
}

function viewMenu(t: Sentence): MenuItemConstructorOptions {
  const developer: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ role: "toggleDevTools", label: t("desktop.menu.developerTools") }];
  return {
    label: t("desktop.menu.view"),
    submenu: [
      { role: "zoomIn", label: t("desktop.menu.zoomIn") },
      { role: "zoomOut", label: t("desktop.menu.zoomOut") },
      { role: "resetZoom", label: t("desktop.menu.resetZoom") },
      { type: "separator" },
      { role: "togglefullscreen", label: t("desktop.menu.fullScreen") },
      ...developer,
    ],
  };
}

function helpMenu(t: Sentence): MenuItemConstructorOptions {
  return { role: "help", label: t("desktop.menu.help"), submenu: [{ role: "about", label: t("desktop.menu.about") }] };
}
