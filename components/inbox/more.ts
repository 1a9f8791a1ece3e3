import { type InboxSearch, inboxSearch } from "./address";

/** In the address, it opens the fields where there are no scripts to open them. */
export const MORE = "more";

export function withMore(pathname: string, search: InboxSearch): string {
  const asked = inboxSearch(search);
  return `${pathname}${asked}${asked === "" ? "?" : "&"}${MORE}=1`;
}
