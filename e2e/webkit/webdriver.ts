import { setTimeout as pause } from "node:timers/promises";

/** An element of the page, as the protocol hands it over. */
export type Found = Record<string, string>;
type Box = { x: number; y: number; width: number; height: number };

const everyMs = 100;
const withinMs = 20_000;

/** The part of W3C WebDriver these journeys need, over plain fetch. */
export class WebDriver {
  private constructor(private readonly session: string) {}

  static async open(driver: string, capabilities: object): Promise<WebDriver> {
    const answer = await call<{ sessionId: string }>(`${driver}/session`, "POST", {
      capabilities: { alwaysMatch: capabilities },
    });
    return new WebDriver(`${driver}/session/${answer.sessionId}`);
  }

  async quit(): Promise<void> {
    await call(this.session, "DELETE");
  }

  async go(url: string): Promise<void> {
    await this.post("/url", { url });
  }

  async url(): Promise<URL> {
    return new URL(await this.get<string>("/url"));
  }

  title(): Promise<string> {
    return this.get<string>("/title");
  }

  /** Of the page's insides, in whole pixels; the frame around them is measured and left out. */
  async resize(width: number, height: number): Promise<void> {
    await this.post("/window/rect", { width, height });
    const [innerWidth = width, innerHeight = height] = await this.run<number[]>(
      "return [innerWidth, innerHeight]",
    );
    await this.post("/window/rect", { width: 2 * width - innerWidth, height: 2 * height - innerHeight });
  }

  async picture(): Promise<Buffer> {
    return Buffer.from(await this.get<string>("/screenshot"), "base64");
  }

  run<T>(script: string, ...args: unknown[]): Promise<T> {
    return this.post<T>("/execute/sync", { script, args });
  }

  /** The first that fits and is shown; waits for it. */
  find(css: string, text: RegExp | string = ""): Promise<Found> {
    return this.until(`${css} ${text}`, () => this.look(css, text));
  }

  async look(css: string, text: RegExp | string = ""): Promise<Found | null> {
    const pattern = typeof text === "string" ? escaped(text) : text.source;
    return this.run<Found | null>(
      `const pattern = new RegExp(arguments[1]);
       return [...document.querySelectorAll(arguments[0])].find(
         (one) => one.getClientRects().length > 0 && pattern.test(one.innerText.replace(/\\s+/g, " ")),
       ) ?? null`,
      css,
      pattern,
    );
  }

  async text(of: Found): Promise<string> {
    return (await this.get<string>(`/element/${idOf(of)}/text`)).replace(/\s+/g, " ");
  }

  attribute(of: Found, name: string): Promise<string | null> {
    return this.get<string | null>(`/element/${idOf(of)}/attribute/${name}`);
  }

  box(of: Found): Promise<Box> {
    return this.get<Box>(`/element/${idOf(of)}/rect`);
  }

  async click(one: Found): Promise<void> {
    await this.post(`/element/${idOf(one)}/click`, {});
  }

  async type(into: Found, text: string): Promise<void> {
    await this.post(`/element/${idOf(into)}/value`, { text });
  }

  async setCookie(name: string, value: string): Promise<void> {
    await this.post("/cookie", { cookie: { name, value, path: "/" } });
  }

  windows(): Promise<string[]> {
    return this.get<string[]>("/window/handles");
  }

  async useWindow(handle: string): Promise<void> {
    await this.post("/window", { handle });
  }

  async closeWindow(): Promise<void> {
    await call(`${this.session}/window`, "DELETE");
  }

  async until<T>(what: string, ask: () => Promise<T | null | false>): Promise<T> {
    const deadline = Date.now() + withinMs;
    let last = "nothing";
    for (;;) {
      try {
        const found = await ask();
        if (found !== null && found !== false) return found;
      } catch (error) {
        // A page on its way to another one has nothing to ask.
        last = error instanceof Error ? error.message : String(error);
      }
      if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms for ${what}; last: ${last}`);
      await pause(everyMs);
    }
  }

  private get<T>(path: string): Promise<T> {
    return call<T>(this.session + path, "GET");
  }

  private post<T>(path: string, body: object): Promise<T> {
    return call<T>(this.session + path, "POST", body);
  }
}

async function call<T>(url: string, method: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {}),
    signal: AbortSignal.timeout(60_000),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${value.error} ${value.message}`);
  return value;
}

function idOf(found: Found): string {
  return Object.values(found)[0] ?? "";
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
