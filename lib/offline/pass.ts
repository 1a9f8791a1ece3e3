import { mostHours } from "./kept";
import { passCookie } from "./names";

/**
 * What opens a kept list: which session it belongs to, and the key it is sealed with. It lives in a cookie, so
 * that it ends by itself, and so that the server ends it with the session.
 */
export type Pass = { id: string; key: string };

export const passSeconds = mostHours * 3600;

const shape = /^([\w-]{22})\.([\w-]{43})$/;

export function readPass(text: string | null): Pass | null {
  const [, id, key] = shape.exec(text ?? "") ?? [];
  return id && key ? { id, key } : null;
}

/** As `document.cookie` has it. */
export function passIn(cookies: string): string | null {
  const found = cookies.split("; ").find((pair) => pair.startsWith(`${passCookie}=`));
  return found?.slice(passCookie.length + 1) ?? null;
}
