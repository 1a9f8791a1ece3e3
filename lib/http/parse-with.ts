import type { z } from "zod";
import { AppError } from "@/lib/errors";

/** What came in, by its schema; the first fault names its field and nothing of the value. */
export function parseWith<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError("BAD_REQUEST", { details: { field: fieldOf(issue) } });
}

function fieldOf(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return "";
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  return path.map(String).join(".");
}
