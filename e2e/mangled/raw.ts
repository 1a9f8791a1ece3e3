import { connect } from "node:net";

/** A request down to its bytes, to be spoilt in any of its parts. */
export type Raw = {
  method: string;
  target: string;
  version: string;
  headers: [name: string, value: string][];
  body: Buffer;
  /** How the body is announced. */
  framing: "length" | "chunked" | "none";
};

/** `status` null: the connection was closed without a word. */
export type RawAnswer = { status: number | null; type: string; body: string };

const longestWaitMs = 10_000;

export function bytesOf(raw: Raw): Buffer {
  const { body, framing } = raw;
  const announced =
    framing === "length"
      ? [`Content-Length: ${body.length}`]
      : framing === "chunked"
        ? ["Transfer-Encoding: chunked"]
        : [];
  const head = [
    `${raw.method} ${raw.target} ${raw.version}`,
    ...raw.headers.map(([name, value]) => `${name}: ${value}`),
    ...announced,
    "",
    "",
  ].join("\r\n");
  const chunk = [Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from("\r\n0\r\n\r\n")];
  const sent = framing === "chunked" ? (body.length > 0 ? chunk : [Buffer.from("0\r\n\r\n")]) : [body];
  return Buffer.concat([Buffer.from(head, "latin1"), ...sent]);
}

/** Sends and waits for one whole answer, or for the end of the connection. */
export function send(port: number, bytes: Buffer): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let got = Buffer.alloc(0);
    const socket = connect(port, "127.0.0.1");
    const finish = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(read(got));
    };
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no answer and no end to ${JSON.stringify(bytes.toString("latin1").slice(0, 300))}`));
    }, longestWaitMs);
    socket.on("data", (data) => {
      got = Buffer.concat([got, data]);
      if (isWhole(got)) finish();
    });
    socket.on("error", finish);
    socket.on("close", finish);
    socket.write(bytes);
  });
}

function isWhole(got: Buffer): boolean {
  const { head, body } = parts(got);
  if (head === null) return false;
  if (/^content-type: text\/event-stream/im.test(head)) return true;
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (length !== undefined) return body.length >= Number(length);
  if (/^transfer-encoding: chunked/im.test(head)) return body.toString("latin1").endsWith("0\r\n\r\n");
  return /^HTTP\/1\.1 (204|304)/.test(head);
}

function parts(got: Buffer): { head: string | null; body: Buffer } {
  const cut = got.indexOf("\r\n\r\n");
  return cut < 0
    ? { head: null, body: got }
    : { head: got.subarray(0, cut).toString("latin1"), body: got.subarray(cut + 4) };
}

function read(got: Buffer): RawAnswer {
  const { head, body } = parts(got);
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(head ?? "")?.[1];
  if (got.length > 0 && status === undefined)
    throw new Error(`no HTTP: ${got.toString("latin1").slice(0, 200)}`);
  return {
    status: status === undefined ? null : Number(status),
    type: /^content-type: ([^\r\n]*)/im.exec(head ?? "")?.[1] ?? "",
    body: (/^transfer-encoding: chunked/im.test(head ?? "") ? joined(body) : body).toString("utf8"),
  };
}

function joined(chunked: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = chunked.indexOf("\r\n", at);
    const size = Number.parseInt(chunked.subarray(at, line).toString("latin1"), 16);
    if (line < 0 || !size) return Buffer.concat(pieces);
    pieces.push(chunked.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
