"use client";

import { useWords } from "@/components/reader";
import { CheckIcon } from "@/components/ui/icons";

export const LEAST_CHARACTERS = 12;

/** One plain rule, and how far it is to it. */
export function PasswordRule({ length }: { length: number }) {
  const words = useWords().password;
  const missing = LEAST_CHARACTERS - length;
  return (
    <span className="flex flex-wrap justify-between gap-x-3">
      <span>{words.rule}</span>
      {length === 0 ? null : missing > 0 ? (
        <span className="text-ink-2">{words.left(missing)}</span>
      ) : (
        <span className="flex items-center gap-1 font-medium text-good">
          <CheckIcon className="size-4" />
          {words.enough}
        </span>
      )}
    </span>
  );
}
