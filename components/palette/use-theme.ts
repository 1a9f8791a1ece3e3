"use client";

import { useRouter } from "next/navigation";
import { useWords } from "@/components/reader";
import { showToast } from "@/components/toast/toasts";
import { savePreferences } from "@/lib/api/queries/preferences";
import type { OwnPreferences } from "@/lib/api/types";

/** Taken on by the page at once; taken back, and said, if it could not be kept. */
export function useTheme(): (theme: OwnPreferences["theme"]) => void {
  const router = useRouter();
  const words = useWords().palette.said;
  return (theme) => {
    const before = document.documentElement.dataset.theme;
    wear(theme ?? undefined);
    savePreferences({ theme }).then(
      () => {
        showToast(words.themeKept);
        router.refresh();
      },
      () => {
        wear(before);
        showToast(words.themeNotKept, "last");
      },
    );
  };
}

function wear(theme: string | undefined): void {
  if (theme === undefined) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
