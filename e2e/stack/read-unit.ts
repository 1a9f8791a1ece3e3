import { readFileSync } from "node:fs";

/** The lines of a systemd unit by section and name; a name may come more than once. */
export function readUnit(file: string): Record<string, Record<string, string[]>> {
  const sections: Record<string, Record<string, string[]>> = {};
  let section: Record<string, string[]> = {};
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const title = /^\[(.+)\]$/.exec(line)?.[1];
    if (title) {
      section = {};
      sections[title] = section;
    }
    const [, name, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    section[name] = [...(section[name] ?? []), value];
  }
  return sections;
}
