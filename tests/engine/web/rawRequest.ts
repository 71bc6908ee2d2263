// Sends the bytes of a request as they are and reads the whole answer: what fetch would refuse to send is sent here.
import { connect } from "node:net";

export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
}

export function sendRaw(authority: string, text: string): Promise<RawAnswer> {
  const [host, port] = authority.split(":");
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), host);
    let answer = "";
    socket.on("error", reject);
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      answer += chunk;
      if (!answer.includes("\r\n\r\n")) return;
      socket.destroy();
      resolve(parseAnswer(answer));
    });
    socket.on("end", () => resolve(parseAnswer(answer)));
    socket.write(text);
  });
}

function parseAnswer(text: string): RawAnswer {
  const [first = "", ...lines] = (text.split("\r\n\r\n", 1)[0] ?? "").split("\r\n");
  const headers = lines.map((line): [string, string] => [
    line.slice(0, line.indexOf(":")).toLowerCase(),
    line.slice(line.indexOf(":") + 1).trim(),
  ]);
  return { status: Number(first.split(" ")[1] ?? 0), headers: new Map(headers) };
}
