import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, ""),
  // The marker throws outside a server bundle; in tests the server modules are what we test.
  "server-only": fileURLToPath(new URL("./lib/testing/server-only.ts", import.meta.url)),
};

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          environment: "node",
          // These tests keep nothing behind, and a fresh world for each file would cost three times as long.
          isolate: false,
          // A test waits for what it waits for; on a busy machine that is no failure.
          testTimeout: 60_000,
          include: ["{lib,app}/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
          exclude: ["**/*.db.test.ts", "**/*.slow.test.ts", "node_modules/**"],
        },
      },
      {
        resolve: { alias },
        oxc: { jsx: { runtime: "automatic" } },
        test: {
          name: "dom",
          environment: "happy-dom",
          isolate: false,
          include: ["components/**/*.test.{ts,tsx}"],
          setupFiles: ["components/words/for-tests.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          environment: "node",
          include: ["{lib,scripts}/**/*.db.test.ts"],
          globalSetup: ["lib/testing/postgres-for-tests.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "conformance",
          environment: "node",
          include: ["lib/conformance/*.suite.ts"],
          globalSetup: ["lib/conformance/surroundings.ts"],
          testTimeout: 60_000,
          maxConcurrency: 8,
        },
      },
      {
        resolve: { alias },
        test: {
          // The same claims, asked of the inbox that stands in front of the same sandbox.
          name: "through-recorder",
          environment: "node",
          include: ["lib/conformance/*.suite.ts"],
          globalSetup: ["e2e/stack/recorder-surroundings.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxConcurrency: 8,
        },
      },
      {
        test: {
          name: "prove",
          environment: "node",
          include: ["lib/**/*.prove.ts"],
          testTimeout: 600_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "slow",
          environment: "node",
          include: ["{lib,scripts}/**/*.slow.test.ts"],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
