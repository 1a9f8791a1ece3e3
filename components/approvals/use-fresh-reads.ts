"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { useExactNow } from "@/components/time/clock";
import { askForRead } from "@/lib/api/queries/approval";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import type { Approval } from "@/lib/api/types";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";

const STALE_MS = 20_000;

/**
 * Asks OpenTrain again when the request is opened, when the person comes back after leaving for its page,
 * and when its time runs out. The answer alone changes the screen.
 */
export function useFreshReads(approval: Approval, phase: Phase, leftAt: string | null): void {
  const queries = useQueryClient();
  const exactNow = useExactNow();
  const { id, lastReadAt } = approval;
  const isOpen = isOpenPhase(phase);
  const ask = useCallback(() => {
    askForRead(id)
      .then(() => queries.invalidateQueries({ queryKey: approvalKeys.detail(id) }))
      .catch(() => undefined);
  }, [id, queries]);

  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (!isOpen || opened.current === id) return;
    opened.current = id;
    const readMs = lastReadAt === null ? Number.NEGATIVE_INFINITY : Date.parse(lastReadAt);
    if (exactNow().getTime() - readMs > STALE_MS || leftAt !== null) ask();
  }, [id, isOpen, lastReadAt, leftAt, ask, exactNow]);

  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // Settled while it was looked at: the lists, the sums and the contract have changed with it.
    if (wasOpen.current && !isOpen) void queries.invalidateQueries();
    wasOpen.current = isOpen;
  }, [isOpen, queries]);

  const isOver = phase === "past_due";
  const wasOver = useRef(isOver);
  useEffect(() => {
    if (isOver && !wasOver.current) ask();
    wasOver.current = isOver;
  }, [isOver, ask]);

  useEffect(() => {
    if (leftAt === null || !isOpen) return;
    const onReturn = () => {
      if (!document.hidden) ask();
    };
    document.addEventListener("visibilitychange", onReturn);
    window.addEventListener("focus", onReturn);
    return () => {
      document.removeEventListener("visibilitychange", onReturn);
      window.removeEventListener("focus", onReturn);
    };
  }, [leftAt, isOpen, ask]);
}
