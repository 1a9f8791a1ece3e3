import type { Shown } from "../state/shapes";

/** Lays what is to be shown over what is; fields the answer does not have are not added. */
export function show<T extends object>(row: { shown?: Shown | undefined }, out: T): T {
  const { shown } = row;
  if (shown === undefined || shown === "nothing") return out;
  return Object.fromEntries(
    Object.entries(out).map(([key, value]) => [key, Object.hasOwn(shown, key) ? shown[key] : value]),
  ) as T;
}

export function isShown(row: { shown?: Shown | undefined }): boolean {
  return row.shown !== "nothing";
}
