"use client";

import { useState } from "react";
import { Button } from "./button";
import { copyText } from "./copy-text";
import { CheckIcon, CopyIcon } from "./icons";

export function CopyButton({
  text,
  label,
  done,
  failed,
}: {
  text: string;
  label: string;
  done: string;
  failed: string;
}) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  return (
    <Button onClick={async () => setOutcome((await copyText(text)) ? "copied" : "failed")}>
      {outcome === "copied" ? <CheckIcon /> : <CopyIcon />}
      <span aria-live="polite">{outcome === "copied" ? done : outcome === "failed" ? failed : label}</span>
    </Button>
  );
}
