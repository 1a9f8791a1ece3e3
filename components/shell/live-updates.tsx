"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { startLive } from "@/lib/api/live/start-live";

/** Follows the inbox for as long as somebody is behind the door. `drawnAt`: where it stood for the first page. */
export function LiveUpdates({ drawnAt }: { drawnAt: string }) {
  const client = useQueryClient();
  // Pages that come later bring a later place of their own; the stream knows better by then.
  const from = useRef(drawnAt);
  useEffect(() => startLive(client, from.current), [client]);
  return null;
}
