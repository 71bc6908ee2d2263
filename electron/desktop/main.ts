// Entry of the desktop program, as bundled: the pages lie beside it.
import { fileURLToPath } from "node:url";
import { startDesktop } from "./desktop.ts";

startDesktop(fileURLToPath(new URL("../renderer", import.meta.url)));
