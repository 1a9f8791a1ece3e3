import { EventStream } from "../../fixtures/event-stream";
import type { BenchInbox } from "./start-inbox";

/** When a script that listens beside the page was first told of a request from a moment on. */
export async function hearTold(
  { web, cookie }: BenchInbox,
  after: (undo: () => Promise<unknown>) => void,
): Promise<(id: string, since: number) => number> {
  const stream = await new EventStream(web, cookie).open();
  const told: { id: string | null; at: number }[] = [];
  let isOver = false;
  const listen = async () => {
    while (!isOver) {
      await stream.next();
      for (const { id } of stream.told.splice(0)) told.push({ id, at: Date.now() });
    }
  };
  void listen();
  after(async () => {
    isOver = true;
    stream.close();
  });
  return (id, since) => told.find((one) => one.id === id && one.at >= since)?.at ?? Number.NaN;
}
