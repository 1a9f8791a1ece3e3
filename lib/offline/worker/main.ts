import type { Cause } from "../page/cause";
import { answerFile, dropOldFiles } from "./files";
import { answerPage } from "./pages";
import { scope } from "./scope";
import { wishOf } from "./wish";

/** Put in when it is bundled, so that worker and page are always of one version. */
declare const OFFLINE_PAGE: string;
declare const OFFLINE_POLICY: string;

// Whatever version serves a tab, it does the same: files by their hashed names, pages from the network. So the
// newest may take over at once.
scope.addEventListener("install", () => void scope.skipWaiting());

scope.addEventListener("activate", (event) => {
  event.waitUntil(
    Promise.all([
      scope.clients.claim(),
      scope.registration.navigationPreload?.enable().catch(() => undefined),
      dropOldFiles().catch(() => undefined),
    ]),
  );
});

scope.addEventListener("fetch", (event) => {
  const wish = wishOf(event.request, scope.location.origin);
  if (wish === "file")
    event.respondWith(answerFile({ request: event.request, waitUntil: event.waitUntil.bind(event) }));
  if (wish === "page") event.respondWith(answerPage(event, standIn));
});

function standIn(cause: Cause): Response {
  return new Response(OFFLINE_PAGE.replace("<html", `<html data-cause="${cause}"`), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": OFFLINE_POLICY,
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
    },
  });
}
