import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where this code is, whatever folder the command was given in: the clone, or a release prepared in it. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Written last into a release, so that one that has it is whole: installed, built, never changed again. */
export const releaseMark = "release.json";
export const isRelease = existsSync(join(root, releaseMark));

/** The clone: where `.env` lies and what a relative DATA_DIR starts from, for a release too. */
export const home = isRelease ? dirname(dirname(root)) : root;
