import type { ApiError } from "../types";
import { ApiFailure } from "./api-failure";

/**
 * Our own JSON is typed by the serializer that made it, so it is not parsed again here; what is checked is
 * that it is an answer at all. `T` must be the type the named route answers with.
 */
export async function fetchJson<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await reach(path, init);
  const body = await readBody(response);
  if (!response.ok) {
    throw new ApiFailure(response.status, errorIn(body), response.headers.get("retry-after"));
  }
  if (typeof body !== "object" || body === null) throw new ApiFailure(response.status, null);
  return body as T;
}

/** For calls that answer with nothing to read. */
export async function fetchNothing(path: string, init: RequestInit): Promise<void> {
  const response = await reach(path, init);
  if (response.ok) return;
  throw new ApiFailure(
    response.status,
    errorIn(await readBody(response)),
    response.headers.get("retry-after"),
  );
}

let isLeaving = false;

/** From here on nothing is asked: the page is about to be left, and its session is over. */
export function stopAsking(): void {
  isLeaving = true;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  if (isLeaving) return new Promise(() => undefined);
  try {
    return await fetch(path, {
      credentials: "same-origin",
      redirect: "error",
      ...init,
      headers: { Accept: "application/json", ...init.headers },
    });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiFailure(0, null);
  }
}

async function readBody(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

function errorIn(body: unknown): Partial<ApiError> | null {
  return typeof body === "object" && body !== null && "code" in body ? (body as Partial<ApiError>) : null;
}
