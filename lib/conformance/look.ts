/** What lies at a path such as `approval.result.contractId` or `contracts.0.id`; undefined when nothing does. */
export function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((here, name) => {
    return typeof here === "object" && here !== null ? (here as Record<string, unknown>)[name] : undefined;
  }, value);
}

export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  if (typeof found !== "string") throw new Error(`no text at ${path}: ${JSON.stringify(found)}`);
  return found;
}

export function listAt(value: unknown, path: string): unknown[] {
  const found = at(value, path);
  if (!Array.isArray(found)) throw new Error(`no list at ${path}: ${JSON.stringify(found)}`);
  return found;
}

export function numberAt(value: unknown, path: string): number {
  const found = at(value, path);
  if (typeof found !== "number") throw new Error(`no number at ${path}: ${JSON.stringify(found)}`);
  return found;
}
