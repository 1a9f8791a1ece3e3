import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readEnvFile } from "./read-env-file.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-env-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(text, environment) {
  const ENV_FILE = join(folder, "env");
  writeFileSync(ENV_FILE, text);
  readEnvFile(Object.assign(environment, { ENV_FILE }));
  return environment;
}

describe("readEnvFile", () => {
  it("adds what is not set; the environment wins, and empty counts as unset in both", () => {
    const text = '# a comment\nPORT=4000\nHOST="0.0.0.0"\nAPP_URL=\nROLE=web\n';
    const environment = read(text, { PORT: "5000", HOST: "", ROLE: undefined });
    expect(environment).toMatchObject({ PORT: "5000", HOST: "0.0.0.0", ROLE: "web" });
    expect(environment).not.toHaveProperty("APP_URL");
  });

  it("names a file that was asked for and cannot be read", () => {
    const ask = () => readEnvFile({ ENV_FILE: join(folder, "nowhere") });
    expect(ask).toThrow(expect.objectContaining({ faults: [expect.objectContaining({ name: "ENV_FILE" })] }));
  });

  it("reads none when told so", () => {
    const environment = { ENV_FILE: "none" };
    readEnvFile(environment);
    expect(Object.keys(environment)).toEqual(["ENV_FILE"]);
  });
});
