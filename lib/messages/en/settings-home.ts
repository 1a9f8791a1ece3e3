import { grouped } from "./grouped";
import { plural } from "./plural";

/** Settings: each page with what is set there, in a line. */
export const settingsHome = {
  title: "Settings",
  firstSteps: {
    name: "First steps",
    text: (done: number) => plural(done, "one of three is done", `${grouped(done)} of three are done`),
    none: "three of them, none done yet",
  },
  connection: {
    none: "No account is connected",
    sandbox: "The sandbox: nothing there is real money",
    disconnected: "Disconnected",
    unnamed: "An account without a name",
    tokens: (count: number) => plural(count, "one token", `${grouped(count)} tokens`),
  },
  capture: {
    none: "No agent came by yet",
    agents: (count: number) =>
      plural(count, "One agent, came by {ago}", `${grouped(count)} agents, the last came by {ago}`),
  },
  coverage: {
    none: "No figure yet",
    seen: (seen: number, settled: number) =>
      settled === 1
        ? seen === 1
          ? "The one settled request was seen in time"
          : "The one settled request was not seen in time"
        : `${grouped(seen)} of ${grouped(settled)} settled requests were seen in time`,
  },
  team: { people: (count: number) => plural(count, "Only you", `${grouped(count)} people`) },
  appearance: {
    themes: { system: "Theme as the system", light: "Light", dark: "Dark" },
    zone: "times in {zone}",
  },
  security: {
    sessions: (count: number) =>
      plural(count, "Signed in here only", `Signed in at ${grouped(count)} places`),
  },
};
