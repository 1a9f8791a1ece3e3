/** The few names of a service worker's world that are used here; the types of pages are all the others need. */
export type WorkerEvent = { waitUntil: (work: Promise<unknown>) => void };
export type WorkerFetch = WorkerEvent & {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith: (answer: Promise<Response>) => void;
};

type WorkerScope = {
  location: Location;
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  registration: { navigationPreload?: { enable: () => Promise<void> } };
  addEventListener: ((name: "install" | "activate", hear: (event: WorkerEvent) => void) => void) &
    ((name: "fetch", hear: (event: WorkerFetch) => void) => void);
};

export const scope = globalThis as unknown as WorkerScope;
