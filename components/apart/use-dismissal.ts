"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { summaryKeys } from "@/lib/api/queries/summary";

type Kept<Item> = { item: Item; index: number };

/**
 * Taking away what was read, with the way back in its place until the page is left. Nothing shows as done before
 * the server said so.
 */
export function useDismissal<Item extends { id: string }>({
  items,
  queryKey,
  dismiss,
  restore,
}: {
  items: readonly Item[];
  queryKey: readonly unknown[];
  dismiss: (id: string) => Promise<void>;
  restore: (id: string) => Promise<void>;
}) {
  const queries = useQueryClient();
  const [kept, setKept] = useState<readonly Kept<Item>[]>([]);
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey }),
      queries.invalidateQueries({ queryKey: summaryKeys.all }),
    ]);
  const away = useMutation({
    mutationFn: ({ item }: Kept<Item>) => dismiss(item.id),
    onSuccess: (_, gone) => {
      setKept((before) => [...before.filter(({ item }) => item.id !== gone.item.id), gone]);
      // Nobody waits for the list to be read again: the way back works at once.
      void refresh();
    },
  });
  const back = useMutation({
    mutationFn: ({ id }: Item) => restore(id),
    onSuccess: async (_, { id }) => {
      await refresh();
      setKept((before) => before.filter(({ item }) => item.id !== id));
    },
  });
  const isKept = new Set(kept.map(({ item }) => item.id));
  const shown: { item: Item; isDismissed: boolean }[] = items
    .filter(({ id }) => !isKept.has(id))
    .map((item) => ({ item, isDismissed: false }));
  for (const { item, index } of kept.toSorted((a, b) => a.index - b.index)) {
    shown.splice(Math.min(index, shown.length), 0, { item, isDismissed: true });
  }
  return {
    shown,
    count: items.filter(({ id }) => !isKept.has(id)).length,
    dismiss: (item: Item) =>
      away.mutate({ item, index: shown.findIndex((other) => other.item.id === item.id) }),
    restore: (item: Item) => back.mutate(item),
    isBusy: { dismissing: away.isPending, restoring: back.isPending },
    failed: {
      dismissing: away.isError ? { id: away.variables.item.id, why: whyOf(away.error) } : null,
      restoring: back.isError ? { id: back.variables.id, why: whyOf(back.error) } : null,
    },
  };
}

/** In the server's words; null where it did not answer. */
function whyOf(error: unknown): string | null {
  return isApiFailure(error) && error.status !== 0 ? error.message : null;
}
