// Draws resources/icons/icon.png (512 × 512) from icon.svg in Chromium; electron-builder derives the icons of each system from it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";

const folder = fileURLToPath(new URL("../resources/icons/", import.meta.url));
const size = 512;

const browser = await chromium.launch({ executablePath: process.env.CASEWEAVE_BROWSER ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: size, height: size } });
await page.setContent(`<body style="margin:0;background:transparent">${readFileSync(`${folder}icon.svg`, "utf8")}</body>`);
await page.screenshot({ path: `${folder}icon.png`, omitBackground: true });
await browser.close();
