import { theirWordsAsText } from "@/components/their-words";

/** What somebody is called where only text fits; their address when they gave no name. */
export function nameOf({ name, email }: { name: string | null; email: string }): string {
  return theirWordsAsText(name ?? email);
}
