import { notFound } from "next/navigation";
import type { ReactNode } from "react";

/** Every component in every state, while developing; there is no such page in a build that is served. */
export default function StyleguideLayout({ children }: { children: ReactNode }) {
  if (process.env.NODE_ENV === "production") notFound();
  return children;
}
