import { join } from "./join";

/** The ghost of a line of text: takes the room the words will take, so nothing moves when they come. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" className={join("skeleton block h-3", className)} />;
}
