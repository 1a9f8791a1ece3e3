type Path = (string | number)[];

/** An undefined value takes the field away. */
export type Rewrite = { path: Path; value: unknown }[];

const STEP = /\.([A-Za-z_$][\w$-]*)|\[(\d{1,9})\]|\["((?:[^"\\]|\\.)*)"\]/y;

/** `$.contracts[0].milestones[1].amountUsd`, or `$["a name"]`; the bare `$` is the whole body. */
export function readPath(text: string): Path | undefined {
  if (!text.startsWith("$")) return undefined;
  const path: Path = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < text.length) {
    const step = STEP.exec(text);
    if (!step) return undefined;
    const [, name, index, quoted] = step;
    if (index !== undefined) path.push(Number(index));
    else path.push(name ?? (JSON.parse(`"${quoted}"`) as string));
  }
  return path;
}

/** Objects on the way that are missing are made; an element a list does not have stays missing. */
export function rewriteBody(body: unknown, rewrite: Rewrite): unknown {
  return rewrite.reduce((now, { path, value }) => place(now, path, value), body);
}

function place(target: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === "number") {
    if (!Array.isArray(target)) return target;
    if (rest.length === 0 && value === undefined) return target.filter((_, at) => at !== step);
    return target.map((one, at) => (at === step ? place(one, rest, value) : one));
  }
  if (Array.isArray(target)) return target;
  const fields = typeof target === "object" && target !== null ? target : {};
  if (rest.length === 0 && value === undefined) {
    return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== step));
  }
  const before = Object.hasOwn(fields, step) ? (fields as Record<string, unknown>)[step] : undefined;
  return Object.fromEntries([...Object.entries(fields), [step, place(before, rest, value)]]);
}
