"use client";

import { useRouter } from "next/navigation";
import { useWords } from "@/components/reader";
import { showToast } from "@/components/toast/toasts";
import { savePreferences } from "@/lib/api/queries/preferences";
import type { Language } from "@/lib/domain/locale";

/** The whole page comes again in the language, once it is kept. */
export function useLanguage(): (language: Language) => void {
  const router = useRouter();
  const words = useWords().palette.said;
  return (locale) => {
    savePreferences({ locale }).then(
      () => router.refresh(),
      () => showToast(words.languageNotKept, "last"),
    );
  };
}
