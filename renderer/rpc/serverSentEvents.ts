// Reads a stream of server-sent events: the data of each, in order. Comments (heartbeats) are skipped.

/** Pieces are joined only when a block is complete, so that a long one is not copied again with every chunk. */
export async function* readServerSentEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let pieces: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return undefined;
    const chunk = decoder.decode(value, { stream: true });
    pieces.push(chunk);
    const tail = (pieces.at(-2) ?? "").slice(-1) + chunk;
    if (!tail.includes("\n\n")) continue;
    const blocks = pieces.join("").split("\n\n");
    pieces = [blocks.pop() ?? ""];
    for (const block of blocks) if (block.startsWith("data: ")) yield block.slice("data: ".length);
  }
}
