/** `[id]` matches one segment, `[...rest]` one or more, `/**` everything below. */
export type PathPattern = (path: string) => Record<string, string> | null;

export function compilePath(pattern: string): PathPattern {
  const names: string[] = [];
  const source = pattern.split("/").map((segment) => {
    if (segment === "**") return ".*";
    const name = /^\[(\.\.\.)?(\w+)\]$/.exec(segment);
    if (!name) return segment.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    names.push(name[2] ?? "");
    return name[1] ? "(.+)" : "([^/]+)";
  });
  const expression = new RegExp(`^${source.join("/")}$`);
  return (path) => {
    const found = expression.exec(path);
    if (!found) return null;
    const values = found.slice(1).map(decoded);
    if (values.includes(null)) return null;
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
  };
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
