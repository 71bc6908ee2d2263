// What every transport must keep: the same suite runs over the in-process pair, a message port and HTTP.
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CaseweaveError } from "../../shared/errors.ts";
import type { ClientChannel, ClientMessage, JobProgress } from "../../shared/rpc/channel.ts";
import { type CallOptions, connectClient } from "../../shared/rpc/client.ts";
import type { Dispatcher } from "../../shared/rpc/serve.ts";
import { createProbe, jobCall, type Probe, readCall } from "./probe.ts";

export interface OpenedTransport {
  readonly channel: ClientChannel;
  /** Ends it from the server's side, as a dying engine would. */
  breakOff(): Promise<void> | void;
  dispose(): Promise<void> | void;
}

type Call = (name: string, params: unknown, options?: CallOptions) => Promise<unknown>;

/** JSON values as they come out of JSON again: minus zero is zero there. */
const jsonValue = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);

export function runRpcSuite(name: string, open: (dispatcher: Dispatcher) => Promise<OpenedTransport>): void {
  describe(`the contract over ${name}`, () => {
    let probe: Probe;
    let transport: OpenedTransport;
    let client: ReturnType<typeof connectClient>;
    let call: Call;

    beforeEach(async () => {
      probe = createProbe();
      transport = await open(probe);
      client = connectClient(transport.channel);
      call = client.call as Call;
    });
    afterEach(() => transport.dispose());

    test("a call tells whether its answer is to be masked", async () => {
      expect(await call(readCall, { act: "masked" }, { isMasked: true })).toBe(true);
      expect(await call(readCall, { act: "masked" })).toBe(false);
    });

    test("a call comes back with its own result, however many are under way", async () => {
      const answers = await Promise.all(Array.from({ length: 200 }, (_, value) => call(readCall, { act: "echo", value })));
      expect(answers).toEqual(Array.from({ length: 200 }, (_, value) => value));
    });

    test("values cross unchanged", async () => {
      await fc.assert(
        fc.asyncProperty(jsonValue, async (value) => {
          expect(await call(readCall, { act: "echo", value })).toEqual(value);
        }),
        { numRuns: 100 },
      );
    });

    test("errors arrive as one class with code and details", async () => {
      const error = await call(readCall, { act: "fail", code: "file-missing" }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(CaseweaveError);
      expect(error).toMatchObject({ code: "file-missing", details: { file: "台账.xlsx", line: 7 } });
    });

    test("a bug arrives as an internal error without its stack", async () => {
      await expect(call(readCall, { act: "crash" })).rejects.toMatchObject({ code: "internal", details: { reason: "unexpected" } });
    });

    test("an unknown call is refused by name", async () => {
      await expect(call("no.such", {})).rejects.toMatchObject({ code: "unknown-call", details: { name: "no.such" } });
    });

    test("malformed parameters are answered, and the channel works on", async () => {
      await fc.assert(
        fc.asyncProperty(jsonValue, async (params) => {
          await expect(call(readCall, params)).rejects.toBeInstanceOf(CaseweaveError);
        }),
        { numRuns: 100 },
      );
      expect(await call(readCall, { act: "echo", value: 1 })).toBe(1);
    });

    test("malformed messages neither kill the server nor disturb other calls", async () => {
      const waiting = call(readCall, { act: "sleep", milliseconds: 100 });
      fc.assert(
        fc.property(jsonValue, (message) => transport.channel.send(message as ClientMessage)),
        { numRuns: 100 },
      );
      expect(await waiting).toBe("slept");
    });

    test("cancelling aborts the call and rejects it as cancelled", async () => {
      const controller = new AbortController();
      const waiting = call(jobCall, { act: "wait" }, { signal: controller.signal });
      setTimeout(() => controller.abort(), 50);
      await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
      expect(probe.aborted).toEqual([jobCall]);
    });

    test("a call cancelled before it starts never leaves", async () => {
      await expect(call(jobCall, { act: "echo" }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "cancelled" });
      expect(probe.finished).toEqual([]);
    });

    test("progress comes in order, before the result, and thinned to the first of each phase within 100 ms", async () => {
      const seen: JobProgress[] = [];
      await call(jobCall, { act: "progress" }, { onProgress: (progress) => void seen.push(progress) });
      expect(seen.filter((progress) => progress.done === 0).map((progress) => progress.phase)).toEqual(["read", "map", "store"]);
      expect(seen.length).toBeLessThan(10);
      const before = seen.length;
      await call(readCall, { act: "sleep", milliseconds: 20 });
      expect(seen.length, "progress after the result").toBe(before);
    });

    test("events reach every listener until it stops listening", async () => {
      const seen: unknown[] = [];
      const stop = client.on("workspace.changed", (value) => void seen.push(value));
      await call(readCall, { act: "echo", value: 1 });
      probe.tell("workspace.changed", { dataVersion: 1, what: ["facts"] });
      await call(readCall, { act: "echo", value: 1 });
      stop();
      probe.tell("workspace.changed", { dataVersion: 2, what: ["facts"] });
      await call(readCall, { act: "echo", value: 1 });
      expect(seen).toEqual([{ dataVersion: 1, what: ["facts"] }]);
    });

    test("a large result arrives whole", async () => {
      const rows = (await call(readCall, { act: "large", count: 60_000 })) as { row: number; name: string; account: string }[];
      expect(rows.length).toBe(60_000);
      expect(rows.at(-1)).toEqual({ row: 59_999, name: "张三59999", account: "6222021234567890123" });
    });

    test("closing rejects what waits, aborts reads and leaves jobs running", async () => {
      const read = call(readCall, { act: "wait" });
      const job = call(jobCall, { act: "sleep", milliseconds: 300 });
      const outcomes = Promise.allSettled([read, job]);
      await call(readCall, { act: "echo", value: 1 });
      client.close();
      for (const outcome of await outcomes) expect(outcome).toMatchObject({ status: "rejected", reason: { code: "disconnected" } });
      await expect.poll(() => probe.finished).toEqual([readCall, jobCall]);
      expect(probe.aborted).toEqual([readCall]);
    });

    test("when the other side goes, waiting and later calls reject as disconnected", async () => {
      const waiting = call(readCall, { act: "wait" }).catch((error: unknown) => error);
      await call(readCall, { act: "echo", value: 1 });
      await transport.breakOff();
      expect(await waiting).toMatchObject({ code: "disconnected" });
      await expect(call(readCall, { act: "echo", value: 1 })).rejects.toMatchObject({ code: "disconnected" });
    });
  });
}
