import { isBuilt } from "./stack/folders";
import { publishStack } from "./stack/shared";
import { startStack } from "./stack/start-stack";

/** One inbox for all specs that need no world of their own, taken down by SIGTERM and looked after. */
async function startSharedStack(): Promise<() => Promise<void>> {
  if (!isBuilt()) throw new Error("There is no production build: run node scripts/build.mjs first.");
  const running = await startStack({ kind: "account", name: "shared", scenario: "demo" });
  publishStack(running.stack);
  return async () => {
    const { leftovers, untold, code } = await running.stop();
    if (code !== 0) throw new Error(`npm start ended with ${code} on SIGTERM`);
    if (untold.length > 0) throw new Error(`changed state without an event: ${untold.join(", ")}`);
    if (leftovers.length > 0) throw new Error(`still running after SIGTERM:\n${leftovers.join("\n")}`);
  };
}

// biome-ignore lint/style/noDefaultExport: Playwright asks for it
export default startSharedStack;
