import { afterEach } from "vitest";
import { speakByDefault } from "./context";
import { spokenOf } from "./spoken-of";

// Before each file of tests: components speak English where nothing around them says otherwise.
speakByDefault(spokenOf("en"));

// The files share one page: what a test hung into it beside its components goes with the test.
afterEach(() => document.body.replaceChildren());
