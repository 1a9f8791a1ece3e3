import { connectTo, type Upstream } from "@/lib/recorder/upstream/connect";

/** One for each origin that is asked; a handful at most. */
export class Upstreams {
  readonly #open = new Map<string, Upstream>();

  at(origin: string): Upstream {
    const known = this.#open.get(origin);
    if (known) return known;
    const upstream = connectTo(origin);
    this.#open.set(origin, upstream);
    return upstream;
  }

  close(): void {
    for (const upstream of this.#open.values()) upstream.close();
    this.#open.clear();
  }
}
