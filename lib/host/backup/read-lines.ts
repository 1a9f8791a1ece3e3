import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { BackupError } from "@/lib/host/backup/backup-error";

/** No row of ours comes near; without an end, rubbish that unpacks for ever would fill the memory. */
const longestLine = 64 * 1024 * 1024;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const fileProblems: Record<string, "file_missing" | "file_closed"> = {
  ENOENT: "file_missing",
  ENOTDIR: "file_missing",
  EACCES: "file_closed",
  EPERM: "file_closed",
  EISDIR: "file_missing",
};

function problemOf(cause: unknown, file: string): Error {
  if (cause instanceof BackupError) return cause;
  const code = String((cause as { code?: unknown }).code);
  if (code === "Z_DATA_ERROR") return new BackupError("file_foreign", { file }, { cause });
  if (code.startsWith("Z_")) return new BackupError("file_cut_short", { file }, { cause });
  return new BackupError(fileProblems[code] ?? "file_unreadable", { file, code }, { cause });
}

/** The lines of a backup without their ends; a line that has none was cut short. */
export async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  // A pipe alone would leave us waiting when the file cannot be read.
  source.on("error", (error) => unpacked.destroy(error));
  source.pipe(unpacked);
  let pending: Buffer[] = [];
  let length = 0;
  let seen = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        pending.push(chunk.subarray(from, at));
        yield decode(Buffer.concat(pending), file, seen + 1);
        seen += 1;
        pending = [];
        length = 0;
        from = at + 1;
      }
      pending.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > longestLine) throw new BackupError("file_damaged", { file, line: String(seen + 1) });
    }
    if (length > 0) throw new BackupError("file_cut_short", { file });
  } catch (error) {
    // What began well and then turns to rubbish was a backup once.
    const problem = problemOf(error, file);
    if (seen > 0 && problem instanceof BackupError && problem.key === "file_foreign")
      throw new BackupError("file_damaged", { file, line: String(seen + 1) }, { cause: error });
    throw problem;
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

function decode(bytes: Buffer, file: string, line: number): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new BackupError("file_damaged", { file, line: String(line) }, { cause });
  }
}
