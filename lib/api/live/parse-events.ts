import type { LiveEvent } from "../types";

/**
 * Takes the text of a stream as it comes, in whatever pieces. An id without an event only moves the place;
 * one with an event counts once that was told.
 */
export function eventParser(told: (events: LiveEvent[]) => void, place: (id: string) => void) {
  let rest = "";
  return (piece: string) => {
    const blocks = (rest + piece).split("\n\n");
    rest = blocks.pop() ?? "";
    const [events, ids] = [blocks.flatMap(eventIn), blocks.flatMap((block) => fieldIn(block, "id") ?? [])];
    if (events.length > 0) told(events);
    const last = ids.at(-1);
    if (last) place(last);
  };
}

function eventIn(block: string): LiveEvent[] {
  const data = fieldIn(block, "data");
  return data === undefined ? [] : [JSON.parse(data) as LiveEvent];
}

function fieldIn(block: string, name: string): string | undefined {
  const line = block.split("\n").find((one) => one.startsWith(`${name}: `));
  return line?.slice(name.length + 2);
}
