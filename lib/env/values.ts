import { z } from "zod";

/** Values as people type them into an environment; each rule says itself and nothing of what was given. */
const plainText = z
  .string()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  .refine((value) => !/[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(value), "must not hold control characters");

/** Passwords may begin and end as their owners like. */
export const asTyped = plainText;
export const text = plainText.refine((value) => value.trim() === value, "must not begin or end with a space");

export function wholeNumber(least: number, most: number) {
  const rule = `must be a whole number from ${least} to ${most}`;
  return text
    .refine((value) => {
      const isWhole = /^\d{1,9}$/.test(value);
      return isWhole && Number(value) >= least && Number(value) <= most;
    }, rule)
    .transform(Number);
}

export const port = wholeNumber(0, 65_535);

export const origin = text
  .refine(
    isOrigin,
    "must be an address such as https://app.example.com, with http:// or https:// and without a path",
  )
  .transform((value) => new URL(value).origin);

function isOrigin(value: string): boolean {
  if (!/^https?:\/\/[^/\s\\]+\/?$/i.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  return url.pathname === "/" && !url.search && !url.hash && !url.username && !url.password;
}

export function shaped(shape: RegExp, rule: string) {
  return text.refine((value) => shape.test(value), rule);
}

export const hostName = shaped(
  /^[A-Za-z0-9._:-]{1,255}$/,
  "must be a host name or an address, without a port",
);
export const postgresUrl = shaped(
  /^postgres(?:ql)?:\/\/\S+$/,
  "must begin with postgres:// and hold no spaces",
);
export const secret = text.refine(isSecret, "must be 32 to 512 characters");
/** What can stand behind `Authorization: Bearer`. */
export const bearerKey = shaped(
  /^[\x21-\x7e]{32,512}$/,
  "must be 32 to 512 characters, ASCII without spaces",
);
export const keyList = text.refine(
  (value) => value.split(",").every((key) => isSecret(key.trim())),
  "must be keys of at least 32 characters, comma-separated, newest first",
);
export const emailAddress = text.refine(
  (value) => value.length <= 254 && z.email().safeParse(value).success,
  "must be an e-mail address",
);

function isSecret(value: string): boolean {
  return value.length >= 32 && value.length <= 512;
}
