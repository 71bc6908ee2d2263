// Screens of a workspace with nothing in it, and of files on their way in.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { headed, type Screen, screen } from "./screen.ts";

const stagesWithoutWork = ["resolve", "link", "group", "trace", "chart", "review"] as const;

/** Screens of a workspace with nothing in it. */
export const emptyScreens: readonly Screen[] = [
  headed("overview, empty", ({ frame }) => frame.goTo("overview")),
  headed("import, empty", ({ frame }) => frame.goToStage("import")),
  ...stagesWithoutWork.map((stage) => headed(`${stage}, empty`, ({ frame }) => frame.goToStage(stage))),
];

const calls = `本机号码,对方号码,通话类型,通话时间,通话时长(秒)
13800138001,13900139002,主叫,2026-11-02 09:00:00,61
13800138001,13900139003,被叫,十一月三日,15
`;
const transfers = `账号,交易时间,交易金额,对方账号
6222020100011112220,2026-11-02 09:00:00,500.00,6217001234567890128
`;

/** Screens of files on their way in, in this order, from an empty workspace. `folder` is for the files. */
export const importScreens = (folder: string): readonly Screen[] => [
  screen("import, preview with a doubt", async ({ frame, imports }) => {
    writeFileSync(join(folder, "话单.csv"), calls);
    writeFileSync(join(folder, "往来账.csv"), transfers);
    await frame.goToStage("import");
    await imports.chooseFiles([join(folder, "话单.csv"), join(folder, "往来账.csv")]);
    await imports.sheet("往来账").click();
    await imports.doubts.waitFor();
  }),
  screen("import, result with a reject", async ({ imports }) => {
    await imports.sheet("话单").click();
    await imports.store.click();
    await imports.openSource.click();
    await imports.rejects.waitFor();
  }),
];
