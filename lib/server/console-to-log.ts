import { Console } from "node:console";
import { Writable } from "node:stream";
import { log } from "@/lib/log";
import { withoutValues } from "@/lib/redact";

/** Next and libraries print; a log that is one JSON object a line cannot have loose lines in it. */
export function sendConsoleToLog(): void {
  globalThis.console = new Console({ stdout: lines("info"), stderr: lines("warn"), colorMode: false });
}

function lines(level: "info" | "warn"): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      const text = withoutValues(String(chunk)).trim();
      if (text !== "") log[level]({ from: "console" }, text.slice(0, 4_000));
      done();
    },
  });
}
