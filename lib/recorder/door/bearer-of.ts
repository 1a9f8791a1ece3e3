/** The token of an Authorization header; null when there is none or it is of another kind. */
export function bearerOf(authorization: string | undefined): string | null {
  return /^bearer +([\x21-\x7e]{1,1024}) *$/i.exec(authorization ?? "")?.[1] ?? null;
}
