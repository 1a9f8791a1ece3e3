import { describe, expect, it } from "vitest";
import { theirLine } from "@/lib/api/schemas/their-line";

const line = theirLine(20);

describe("a line of somebody's own", () => {
  it.each(["Ada", "Noor B.", "José Ångström", "名前", "محمد", "👩‍🔧 Ada", ""])("takes %j", (text) =>
    expect(line.safeParse(text)).toMatchObject({ success: true, data: text }),
  );

  it.each(["a\nb", "a\u0000", "a\tb", "a\u2028b", "a\u202eb", "a\u2066b", "\u200fa", "x".repeat(21)])(
    "refuses %j",
    (text) => expect(line.safeParse(text).success).toBe(false),
  );
});
