import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSandbox, sandboxApp } from "../app";
import { openStore } from "../state/store";

export const ORIGIN = "http://localhost:4010";

// biome-ignore lint/suspicious/noExplicitAny: tests read answers field by field, as a script would
export type Heard = { status: number; body: any; headers: Headers };

export type Made = {
  accountId: string;
  tokens: { owner: string; agent: string; member: string };
  ids: { jobs: string[]; proposals: string[]; contracts: string[]; milestones: string[] };
};

/** The whole service without a port, on a folder of its own. */
export async function openSandbox() {
  const dir = await mkdtemp(join(tmpdir(), "sandbox-"));
  const store = await openStore({ dir });
  const app = sandboxApp(makeSandbox({ store, origin: () => ORIGIN, log: () => undefined }));
  const send = async (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    const response = await app.request(`${ORIGIN}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    const heard: Heard = {
      status: response.status,
      body: isJson ? JSON.parse(text) : text,
      headers: response.headers,
    };
    return heard;
  };
  return {
    app,
    dir,
    call: (token: string | null, method: string, path: string, body?: unknown) =>
      send(method, `/api/public/v1${path}`, token === null ? {} : { authorization: `Bearer ${token}` }, body),
    door: (method: string, path: string, body?: unknown) =>
      send(method, `/_sandbox${path}`, {}, method === "POST" ? (body ?? {}) : undefined),
    send,
    async account(options: object = {}): Promise<Made> {
      return (await send("POST", "/_sandbox/accounts", {}, options)).body;
    },
    async close() {
      await store.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

export type OpenSandbox = Awaited<ReturnType<typeof openSandbox>>;
