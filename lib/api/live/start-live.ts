import type { QueryClient } from "@tanstack/react-query";
import { liveState } from "../queries/pace";
import { summaryKeys } from "../queries/summary";
import type { Told } from "./keep-stream";
import { refresher } from "./refresher";
import { shareStream } from "./share-stream";
import { everything } from "./touches";

/** Keeps what is shown as it is on the server, from where the server stood when the page was drawn. */
export function startLive(client: QueryClient, drawnAt: string | null): () => void {
  const refresh = refresher(client);
  let place = drawnAt;
  let shared: ReturnType<typeof shareStream> | null = null;

  function onTold(told: Told): void {
    place = told.place ?? place;
    const before = liveState.get();
    liveState.set(told.state);
    // The first call that is refused leads to the door.
    if (told.state === "over" && before !== "over")
      void client.refetchQueries({ queryKey: summaryKeys.all, exact: true });
    // Asked at once, and from then on by the clock again.
    refresh.tell(told.state === "polling" && before === "live" ? everything : told.events);
  }
  const begin = () => {
    shared ??= shareStream(place, performance.timeOrigin, onTold);
  };
  // A page that is put by must hold neither lock nor stream, or it can not be gone back to.
  const putBy = () => {
    shared?.stop();
    shared = null;
  };
  const look = () => {
    if (document.hidden) return;
    shared?.nudge();
    refresh.look();
  };
  begin();
  window.addEventListener("pagehide", putBy);
  window.addEventListener("pageshow", begin);
  window.addEventListener("online", look);
  document.addEventListener("visibilitychange", look);
  return () => {
    window.removeEventListener("pagehide", putBy);
    window.removeEventListener("pageshow", begin);
    window.removeEventListener("online", look);
    document.removeEventListener("visibilitychange", look);
    putBy();
    refresh.stop();
    liveState.set("starting");
  };
}
