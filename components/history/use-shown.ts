import { useState } from "react";

/**
 * Which question the answer on the screen is for: while another is on its way, that of the one before. Lists and
 * sums arrive each by themselves.
 */
export function useShown<Asked extends { query: string; cursor: string | null }>(
  asked: Asked,
  isPlaceholder: boolean,
): Asked {
  const [answered, setAnswered] = useState(asked);
  if (isPlaceholder) return answered;
  if (answered.query !== asked.query || answered.cursor !== asked.cursor) setAnswered(asked);
  return asked;
}
