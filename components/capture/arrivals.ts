import type { CaptureState, LastCall, StrayCall } from "@/lib/api/types";

/** What somebody waits for: a call with one key, or the first through the recorder. */
export type Watched = { way: "capture"; keyId: string } | { way: "recorder" };

export type Arrival = { last: LastCall; agentName: string | null };

/** The latest call of that kind since then, and those nobody can be told of that it might have been instead. */
export function arrivalsSince(
  state: CaptureState,
  watched: Watched,
  since: string,
): { arrival: Arrival | null; strays: StrayCall[] } {
  const isLater = (at: string) => Date.parse(at) >= Date.parse(since);
  const fitting = state.callers.filter(
    ({ way, keyId, last }) =>
      way === watched.way && (watched.way === "recorder" || keyId === watched.keyId) && isLater(last.at),
  );
  const latest = fitting.toSorted((a, b) => Date.parse(b.last.at) - Date.parse(a.last.at))[0];
  return {
    arrival: latest ? { last: latest.last, agentName: latest.agentName } : null,
    strays: state.strays.filter(
      ({ door, at }) => (door === watched.way || door === "address") && isLater(at),
    ),
  };
}
