/** Where a path that stays below its prefix leads: its segments decoded, dots followed, empty ones left out. */
export function segmentsOf(path: string, prefix: string): string[] {
  const names = path.slice(prefix.length).split("/");
  return follow(path.includes("%") ? names.map(decodeURIComponent) : names);
}

/** The same for a server that reads the escapes before it looks for the slashes. */
export function decodedSegmentsOf(path: string, prefix: string): string[] {
  return follow(decodeURIComponent(path.slice(prefix.length)).split(/[/\\]/));
}

function follow(names: string[]): string[] {
  const found: string[] = [];
  for (const name of names) {
    if (name === "..") found.pop();
    else if (name !== "" && name !== ".") found.push(name);
  }
  return found;
}
