const script = "/sw.js";
const lookEveryMs = 60 * 60_000;

/** Puts the service worker in, and looks now and then whether there is a newer one, as long as a tab is open. */
export function followWorker(): () => void {
  const { serviceWorker } = navigator;
  if (!serviceWorker || process.env.NODE_ENV !== "production") {
    removeWorkers();
    return () => undefined;
  }
  let lookedAt = Date.now();
  const registering = serviceWorker.register(script, { scope: "/", updateViaCache: "none" });
  registering.catch(() => undefined);
  const look = () => {
    if (document.hidden || Date.now() - lookedAt < lookEveryMs) return;
    lookedAt = Date.now();
    registering.then((registration) => registration.update()).catch(() => undefined);
  };
  document.addEventListener("visibilitychange", look);
  return () => document.removeEventListener("visibilitychange", look);
}

export function removeWorkers(): void {
  void navigator.serviceWorker
    ?.getRegistrations()
    .then((all) => Promise.all(all.map((registration) => registration.unregister())))
    .catch(() => undefined);
}
