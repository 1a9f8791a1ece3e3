// `npm run screenshots`: a picture of every screen in two sizes and both themes, into screenshots/, from an
// inbox it starts itself. With --readme the three of the README are renewed from them.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const pictures = {
  "inbox-1440-light.png": "inbox.png",
  "request-release-1440-dark.png": "request-dark.png",
  "readme-request-hire-390-light.png": "request-phone.png",
};

function run(file, args, env = {}) {
  const done = spawnSync(process.execPath, [join(root, file), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

run("scripts/build.mjs", []);
rmSync(join(root, "screenshots"), { recursive: true, force: true });
run(
  "node_modules/@playwright/test/cli.js",
  ["test", "--config", "e2e/playwright.config.ts", "--project", "gallery"],
  {
    GALLERY: "1",
  },
);
process.stdout.write(`${readdirSync(join(root, "screenshots")).length} pictures in screenshots/\n`);

if (process.argv.includes("--readme")) {
  mkdirSync(join(root, "docs", "pictures"), { recursive: true });
  for (const [from, to] of Object.entries(pictures)) {
    copyFileSync(join(root, "screenshots", from), join(root, "docs", "pictures", to));
  }
  process.stdout.write("The pictures of the README are renewed in docs/pictures/\n");
}
