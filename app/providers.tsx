"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { addresses } from "@/components/addresses";
import { SessionOver } from "@/components/doors/session-over";
import { leaveNothing } from "@/components/offline/leave-nothing";
import { FollowLinks } from "@/components/ui/follow-links";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { stopAsking } from "@/lib/api/queries/fetch-json";

export function Providers({ children }: { children: ReactNode }) {
  const [isOver, setIsOver] = useState(false);
  const [client] = useState(() => makeQueryClient(() => setIsOver(true)));
  return (
    <QueryClientProvider client={client}>
      <FollowLinks />
      {isOver ? <SessionOver /> : children}
    </QueryClientProvider>
  );
}

function makeQueryClient(end: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isApiFailure(error) && error.status === 401) leave(end);
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
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

/**
 * A session that ended takes everything with it: the figures go from the screen at once, and a full load, by
 * which the page cannot be gone back to, leaves nothing of them in memory.
 */
function leave(end: () => void): void {
  stopAsking();
  leaveNothing();
  end();
  const back = `${window.location.pathname}${window.location.search}`;
  window.location.replace(`${addresses.signIn}?ended=1&next=${encodeURIComponent(back)}`);
}
