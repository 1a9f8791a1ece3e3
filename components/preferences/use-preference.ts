"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { savePreferences } from "@/lib/api/queries/preferences";
import type { OwnPreferences } from "@/lib/api/types";
import { useGiven } from "./given";
import type { Saving } from "./saving";

export type Preference<T> = { value: T; choose: (value: T) => void; saving: Saving; retry: () => void };

/**
 * One of one's own preferences. What is chosen stays chosen on the page whatever comes of it, and is called saved
 * when the server has said so. Two in a row are sent in their order.
 */
export function usePreference<N extends keyof OwnPreferences>(name: N): Preference<OwnPreferences[N]> {
  const router = useRouter();
  const given = useGiven(name);
  const [value, setValue] = useState(given.value);
  const save = useMutation({
    // One name and its own value, which the compiler takes for any name.
    mutationFn: (chosen: OwnPreferences[N]) => savePreferences({ [name]: chosen } as Partial<OwnPreferences>),
    scope: { id: "preferences" },
    // Without a network it fails at once, and says so.
    networkMode: "always",
    onSuccess: () => router.refresh(),
  });
  const saving: Saving = save.isPending
    ? { state: "saving" }
    : save.isError
      ? { state: "failed", why: save.error.message }
      : save.isSuccess
        ? { state: "saved" }
        : given.saving;
  return {
    value,
    choose: (chosen) => {
      setValue(chosen);
      save.mutate(chosen);
    },
    saving,
    retry: () => save.mutate(value),
  };
}
