import { AppError } from "@/lib/errors";

/** What `curl -d` says of JSON when nobody told it better. */
const commandLine = ["text/plain", "application/x-www-form-urlencoded"];
const json = /^application\/(?:[a-z0-9.+-]+\+)?json$/;

/** A body of another kind is refused before a byte of it is read; none said is as good as JSON. */
export function requireJson(headers: Headers, { isCommandLine = false } = {}): void {
  requirePlain(headers);
  const { type } = contentType(headers);
  if (type === "" || json.test(type) || (isCommandLine && commandLine.includes(type))) return;
  throw refused("content_type", "content-type");
}

/** As sent, in UTF-8: nothing is unpacked here, and no other alphabet is guessed. */
export function requirePlain(headers: Headers): void {
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  if (encoding !== "" && encoding !== "identity") throw refused("content_encoding", "content-encoding");
  const { charset } = contentType(headers);
  if (charset !== null && !["utf-8", "utf8", "us-ascii"].includes(charset)) {
    throw refused("content_type", "content-type");
  }
}

export function contentType(headers: Headers): { type: string; charset: string | null } {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  const charset = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith("charset="));
  return { type: type.trim(), charset: charset?.slice("charset=".length).replaceAll('"', "") ?? null };
}

function refused(reason: string, field: string): AppError {
  return new AppError("BAD_REQUEST", { reason, details: { field } });
}
