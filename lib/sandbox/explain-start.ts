import { errorText } from "./log";

const disk = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "ENOTDIR", "EEXIST"]);

/** What stands in the way, in sentences for the person at the terminal, each with what to do. */
export function explainStart(error: unknown, port = "4010"): string[] {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return [
      `SANDBOX_PORT ${port} is in use, perhaps by the sandbox of a running inbox. Choose another: SANDBOX_PORT=${Number(port) + 1} npm run sandbox.`,
    ];
  if (code === "EACCES" && syscall === "listen")
    return [`SANDBOX_PORT ${port} is reserved for root. Choose one above 1023.`];
  if (code === "ESANDBOXLOCKED")
    return [`${errorText(error)} Stop that one, or choose another folder: DATA_DIR=FOLDER npm run sandbox.`];
  if (code !== undefined && disk.has(code))
    return [`DATA_DIR cannot be used (${code}). Make it usable by this account, or choose another folder.`];
  return errorText(error)
    .split("; ")
    .map((fault) => `${fault.replace(/\.$/, "")}.`);
}
