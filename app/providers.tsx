"use client";

import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { addresses } from "@/components/addresses";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { stopAsking } from "@/lib/api/queries/fetch-json";

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        // What the server has just drawn is not asked for again at once.
        staleTime: 4_000,
        retry: (count, error) =>
          count < 2 && isApiFailure(error) && (error.status === 0 || error.status >= 500),
      },
    },
  });
}

/** A session that ended takes everything with it: a full load, and no data left in memory. */
function leaveWhenSignedOut(error: unknown): void {
  if (!isApiFailure(error) || error.status !== 401) return;
  stopAsking();
  const back = `${window.location.pathname}${window.location.search}`;
  window.location.assign(`${addresses.signIn}?ended=1&next=${encodeURIComponent(back)}`);
}
