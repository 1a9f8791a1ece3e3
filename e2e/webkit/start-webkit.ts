import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { withDeathSignal } from "@/lib/host/with-death-signal";
import { findFreePort } from "../stack/free-port";
import { until } from "../stack/until";
import { WebDriver } from "./webdriver";

export type Webkit = { browser: WebDriver; stop: () => Promise<void> };

/** The browser's own buttons would keep a window from being as narrow as a phone. */
const narrowFrame = `button, entry, toolbar, toolitem, box, image { min-width: 0; padding: 0; margin: 0; border: 0 }
image { -gtk-icon-transform: scale(0.3) }
entry { font-size: 1px }
`;

/** WebKitGTK on a screen nobody sees, with settings and storage that nobody else has. */
export async function startWebkit(driverPath: string): Promise<Webkit> {
  const home = mkdtempSync(join(tmpdir(), "countersign-webkit-"));
  mkdirSync(join(home, "gtk-3.0"));
  writeFileSync(join(home, "gtk-3.0", "gtk.css"), narrowFrame);
  const screen = await startScreen();
  const port = await findFreePort();
  const driver = launch([driverPath, `--port=${port}`], {
    DISPLAY: screen.display,
    HOME: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_RUNTIME_DIR: home,
    GDK_BACKEND: "x11",
    LIBGL_ALWAYS_SOFTWARE: "1",
    NO_AT_BRIDGE: "1",
    LANG: "C.UTF-8",
    TZ: "UTC",
    // It wants privileges that a build server does not give; what it shows here is ours alone.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
  });
  const stop = async () => {
    await driver.stop();
    await screen.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const origin = `http://127.0.0.1:${port}`;
    await until("WebKit's driver", async () => ((await fetch(`${origin}/status`)).ok ? true : null), 20_000);
    const browser = await WebDriver.open(origin, { acceptInsecureCerts: false });
    return {
      browser,
      async stop() {
        await browser.quit().catch(() => undefined);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startScreen(): Promise<{ display: string; stop: () => Promise<void> }> {
  const server = launch(
    ["Xvfb", "-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-dpi", "96"],
    {},
  );
  const [line] = await Promise.race([
    once(server.extra, "data"),
    server.gone.then(() => Promise.reject(new Error("the screen for WebKit did not start"))),
  ]);
  return { display: `:${String(line).trim()}`, stop: server.stop };
}

function launch(command: [string, ...string[]], env: Record<string, string>) {
  const [file, ...args] = withDeathSignal("KILL", command);
  const child = spawn(file, args, {
    env: { PATH: process.env.PATH, NODE_ENV: "test", ...env },
    // Its own group: the pages are processes of the browser's, which is the driver's.
    detached: true,
    stdio: ["ignore", "ignore", process.env.WEBKIT_ECHO ? "inherit" : "ignore", "pipe"],
  });
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  return {
    extra: child.stdio[3] as Readable,
    gone,
    async stop() {
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
        process.kill(-child.pid, "SIGTERM");
      }
      await gone;
    },
  };
}
