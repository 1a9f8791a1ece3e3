"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { isApiFailure } from "@/lib/api/queries/api-failure";

export type ChangeProblem = { reason: string | null; text: string };

/** One change of the connection at a time; afterwards every page knows of it, and a failure is said in words. */
export function useChange() {
  const words = useSettingsWords().connection.form;
  const [router, client] = [useRouter(), useQueryClient()];
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<ChangeProblem | null>(null);

  async function run<T>(work: () => Promise<T>): Promise<{ value: T } | null> {
    setIsBusy(true);
    setProblem(null);
    try {
      const value = await work();
      router.refresh();
      await client.invalidateQueries();
      return { value };
    } catch (error) {
      setProblem(problemOf(error, words.noAnswer));
      return null;
    } finally {
      setIsBusy(false);
    }
  }
  return { run, isBusy, problem, setProblem };
}

function problemOf(error: unknown, noAnswer: string): ChangeProblem {
  if (!isApiFailure(error) || error.status === 0) return { reason: null, text: noAnswer };
  return { reason: error.reason, text: error.message };
}
