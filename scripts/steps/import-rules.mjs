// Who may import whom. A module is a folder (or file) named here; the longest name that fits a path counts.
// `may` lists modules; a module may always import itself. `packages` lists what it may not take from npm.
// Whoever may have a folder may have what is named below it, unless that `isApart`.

const languages = ["lib/messages/en", "lib/messages/de", "lib/messages/pseudo"];
const ui = ["next", "react", "react-dom", "@tanstack/*"];

export const modules = {
  "lib/domain": { may: [], packages: ["*"] },
  "lib/errors": { may: [], packages: ["*"] },
  "lib/messages": {
    may: [...languages, "lib/domain", "lib/errors", "lib/api/types"],
    packages: ["*"],
  },
  // One language each. Whoever else needs words says whose: `messagesFor` on the server, `useWords` in a component.
  ...Object.fromEntries(
    languages.map((language) => [
      language,
      {
        isApart: true,
        may: [...languages, "lib/messages", "lib/domain", "lib/errors", "lib/api/types"],
        packages: ["*"],
      },
    ]),
  ),
  "lib/env": { may: ["lib/errors"], packages: [...ui, "pg", "drizzle-orm"] },
  "lib/failpoint": { may: [], packages: ["*"] },
  "lib/redact": { may: [], packages: ["*"] },
  "lib/log": { may: ["lib/redact"], packages: ["*"] },
  "lib/api/types": { may: [], packages: ["*"] },
  "lib/api/schemas": { may: ["lib/api/types", "lib/domain", "lib/errors", "lib/messages"], packages: ui },
  "lib/api/queries": {
    may: ["lib/api/types", "lib/domain", "lib/errors"],
    packages: ["zod", "pg", "drizzle-orm", "next-auth", "server-only"],
  },
  "lib/api/live": {
    may: ["lib/api/queries", "lib/api/types"],
    packages: ["react", "react-dom", "next", "zod", "pg", "drizzle-orm", "next-auth", "server-only"],
  },
  // In the browser beside the pages, and in its worker: no framework, so that it outlives any version of one.
  "lib/offline": { may: ["lib/api/types", "lib/domain", "lib/messages"], packages: ["*"] },
  "lib/opentrain": {
    may: ["lib/domain", "lib/errors", "lib/env", "lib/log"],
    packages: [...ui, "pg", "drizzle-orm"],
  },
  "lib/store": { may: ["lib/failpoint", "lib/domain", "lib/errors", "lib/env", "lib/log"], packages: ui },
  // Connections without queries; whoever may have the store may have this.
  "lib/store/pool": { may: ["lib/store", "lib/env", "lib/errors"], packages: ui },
  "lib/services": {
    may: ["lib/failpoint", "lib/domain", "lib/store", "lib/opentrain", "lib/errors", "lib/env", "lib/log"],
    packages: [...ui, "next-auth"],
  },
  "lib/recorder": {
    may: [
      "lib/failpoint",
      "lib/domain",
      "lib/services",
      "lib/store",
      "lib/opentrain",
      "lib/errors",
      "lib/env",
      "lib/log",
    ],
    packages: ui,
  },
  "lib/sync": {
    may: [
      "lib/failpoint",
      "lib/domain",
      "lib/services",
      "lib/store",
      "lib/opentrain",
      "lib/errors",
      "lib/env",
      "lib/log",
    ],
    packages: ui,
  },
  "lib/server": {
    may: [
      "lib/recorder",
      "lib/http",
      "lib/auth",
      "lib/services",
      "lib/api/types",
      "lib/api/schemas",
      // What a worker that is called back erases.
      "lib/offline",
      "lib/store/pool",
      "lib/errors",
      "lib/env",
      "lib/messages",
      "lib/log",
      "lib/redact",
    ],
    packages: ["react", "react-dom", "@tanstack/*"],
  },
  "lib/worker": {
    may: [
      "lib/failpoint",
      "lib/sync",
      "lib/services",
      "lib/store",
      "lib/domain",
      "lib/errors",
      "lib/env",
      "lib/messages",
      "lib/log",
    ],
    packages: ui,
  },
  "lib/host": {
    may: [
      "lib/failpoint",
      "lib/services",
      "lib/store",
      "lib/env",
      "lib/errors",
      "lib/messages",
      "lib/domain",
      "lib/log",
      "lib/host/with-death-signal",
    ],
    packages: ui,
  },
  // Whoever starts processes of ours for a test may have them die with it.
  "lib/host/with-death-signal": { may: ["lib/host"], packages: ["*"] },
  "lib/auth": {
    may: [
      "lib/services",
      "lib/store",
      "lib/domain",
      // The name and shape of what opens a kept list.
      "lib/offline",
      "lib/errors",
      "lib/env",
      "lib/log",
    ],
    packages: [],
  },
  "lib/http": {
    may: [
      "lib/auth",
      "lib/services",
      "lib/api/types",
      "lib/api/schemas",
      "lib/domain",
      "lib/errors",
      "lib/env",
      "lib/messages",
      // The connection a verb is given; its queries stay behind the verbs.
      "lib/store/pool",
      "lib/log",
    ],
    packages: ["pg", "drizzle-orm"],
  },
  "lib/testing": {
    may: [
      "lib/domain",
      "lib/opentrain",
      "lib/store",
      "lib/services",
      "lib/sync",
      "lib/errors",
      "lib/env",
      "lib/host",
      "lib/host/with-death-signal",
    ],
    packages: ui,
  },
  // Tests of the whole: both sides in one process, played against each other.
  "lib/worlds": {
    may: [
      "lib/testing",
      "lib/sandbox",
      "lib/server",
      "lib/recorder",
      "lib/sync",
      "lib/services",
      "lib/store",
      "lib/store/pool",
      "lib/domain",
      "lib/errors",
      "lib/env",
    ],
    packages: ui,
  },
  "lib/sandbox": { may: [], packages: [...ui, "pg", "drizzle-orm", "zod", "next-auth"] },
  // A client of the documents alone: neither our code nor the sandbox's may lend it its view.
  "lib/conformance": {
    may: [],
    packages: [...ui, "pg", "drizzle-orm", "zod", "next-auth", "hono", "@hono/*"],
  },
  // The one place where a browser's language is chosen and loaded.
  "components/words": {
    may: [...languages, "lib/messages", "lib/domain"],
    packages: ["zod", "pg", "drizzle-orm"],
  },
  "components/ui": { may: [], packages: ["zod", "pg", "drizzle-orm", "next-auth"] },
  components: {
    may: [
      "components/ui",
      "components/words",
      "lib/api/live",
      "lib/api/queries",
      "lib/api/types",
      "lib/domain",
      "lib/offline",
      "lib/messages",
      "lib/errors",
    ],
    packages: ["zod", "pg", "drizzle-orm"],
  },
  app: {
    may: [
      "components",
      "components/ui",
      "components/words",
      "lib/http",
      "lib/services",
      "lib/auth",
      "lib/api/types",
      "lib/api/schemas",
      "lib/api/queries",
      "lib/domain",
      "lib/messages",
      "lib/errors",
      "lib/env",
    ],
    packages: ["pg", "drizzle-orm"],
  },
  "proxy.ts": { may: ["lib/http", "lib/auth", "lib/errors"], packages: ["pg", "drizzle-orm"] },
  e2e: {
    may: [
      "lib/conformance",
      "lib/server",
      "lib/host/with-death-signal",
      "lib/store/pool",
      "lib/api/types",
      "lib/domain",
      "lib/messages",
      "lib/errors",
      "lib/testing",
      "lib/sandbox",
    ],
    packages: [],
  },
  scripts: { may: [], packages: [] },
};

/** Root files that belong to a tool, not to a module. */
export const configuration = /^[^/]+\.config\.(ts|mjs)$|^next-env\.d\.ts$/;

/** Names that end up holding everything. */
export const drawers = /^(utils?|helpers?|misc)$/;
