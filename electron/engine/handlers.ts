// All handlers, joined: a call of the contract without one does not compile.
import type { Contract } from "../../shared/rpc/contract.ts";
import { auditHandlers } from "./audit/handlers.ts";
import { chartHandlers } from "./chart/handlers.ts";
import { groupHandlers } from "./group/handlers.ts";
import type { Handlers } from "./handler.ts";
import { importHandlers } from "./import/handlers.ts";
import { linkHandlers } from "./link/handlers.ts";
import { resolveHandlers } from "./resolve/handlers.ts";
import { reviewHandlers } from "./review/handlers.ts";
import { traceHandlers } from "./trace/handlers.ts";
import { workspaceHandlers } from "./workspace/handlers.ts";

export const handlers: Handlers<Contract> = {
  ...workspaceHandlers,
  ...importHandlers,
  ...resolveHandlers,
  ...linkHandlers,
  ...groupHandlers,
  ...traceHandlers,
  ...chartHandlers,
  ...reviewHandlers,
  ...auditHandlers,
};
