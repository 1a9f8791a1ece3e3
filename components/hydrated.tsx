import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from "@tanstack/react-query";
import type { ReactNode } from "react";

/** Fills the browser's cache with what the server has just read, under the keys the browser asks by. */
export function Hydrated({
  answers,
  children,
}: {
  answers: readonly (readonly [QueryKey, unknown] | null)[];
  children: ReactNode;
}) {
  const client = new QueryClient();
  for (const answer of answers) {
    if (answer !== null) client.setQueryData(answer[0], answer[1]);
  }
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
