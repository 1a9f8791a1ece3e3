"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useExactNow } from "@/components/time/clock";
import { askForRead } from "@/lib/api/queries/approval";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import type { Approval } from "@/lib/api/types";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase } from "@/lib/domain/records";

const STALE_MS = 20_000;
/** Who comes back has mostly just decided: our answer is looked at quickly for a while, then as always. */
const LOOKS_MS = [300, 800, 1_500, 3_000, 5_000];

/**
 * Asks OpenTrain again when the request is opened, when the person comes back to this page, at once if they
 * left for OpenTrain's, and when its time runs out. The answer alone changes the screen. Says whether it is being asked now.
 */
export function useFreshReads(approval: Approval, phase: Phase, leftAt: string | null): boolean {
  const queries = useQueryClient();
  const exactNow = useExactNow();
  const { id, lastReadAt } = approval;
  const isOpen = isOpenPhase(phase);
  const [isAsking, setIsAsking] = useState(false);
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  const stop = useCallback(() => {
    for (const timer of timers.current) clearTimeout(timer);
    timers.current = [];
    setIsAsking(false);
  }, []);
  const ask = useCallback(() => {
    askForRead(id).catch(() => undefined);
    stop();
    setIsAsking(true);
    const look = () =>
      void queries.refetchQueries({ queryKey: approvalKeys.detail(id) }, { cancelRefetch: false });
    timers.current = [
      ...LOOKS_MS.map((ms) => setTimeout(look, ms)),
      setTimeout(() => setIsAsking(false), (LOOKS_MS.at(-1) ?? 0) + 500),
    ];
  }, [id, queries, stop]);
  useEffect(() => stop, [stop]);
  useEffect(() => {
    if (!isOpen) stop();
  }, [isOpen, stop]);

  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (!isOpen || opened.current === id) return;
    opened.current = id;
    const readMs = lastReadAt === null ? Number.NEGATIVE_INFINITY : Date.parse(lastReadAt);
    if (exactNow().getTime() - readMs > STALE_MS || leftAt !== null) ask();
  }, [id, isOpen, lastReadAt, leftAt, ask, exactNow]);

  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // Settled while it was looked at: whatever else was read of it is older than this.
    if (wasOpen.current && !isOpen) void queries.invalidateQueries();
    wasOpen.current = isOpen;
  }, [isOpen, queries]);

  const isOver = phase === "past_due";
  const wasOver = useRef(isOver);
  useEffect(() => {
    if (isOver && !wasOver.current) ask();
    wasOver.current = isOver;
  }, [isOver, ask]);

  const readAt = useRef(lastReadAt);
  useEffect(() => {
    readAt.current = lastReadAt;
  }, [lastReadAt]);
  const isStale = useCallback(() => {
    const readMs = readAt.current === null ? Number.NEGATIVE_INFINITY : Date.parse(readAt.current);
    return exactNow().getTime() - readMs > STALE_MS;
  }, [exactNow]);

  useEffect(() => {
    if (!isOpen) return;
    // Who left for OpenTrain's page and came back before this was shown is back now.
    let wasAway = leftAt !== null;
    const onLeave = () => {
      wasAway = true;
    };
    // Both events come with one return; the second asks nothing.
    const onReturn = () => {
      if (document.hidden) return onLeave();
      if (!wasAway) return;
      wasAway = false;
      if (leftAt !== null || isStale()) ask();
    };
    document.addEventListener("visibilitychange", onReturn);
    window.addEventListener("blur", onLeave);
    window.addEventListener("focus", onReturn);
    return () => {
      document.removeEventListener("visibilitychange", onReturn);
      window.removeEventListener("blur", onLeave);
      window.removeEventListener("focus", onReturn);
    };
  }, [leftAt, isOpen, ask, isStale]);
  return isAsking && isOpen;
}
