"use client";

import { useId } from "react";
import { join } from "@/components/ui/join";
import { useTypedValue } from "./own-value";
import { fieldBox } from "./select-field";

/** A day or an amount. Days are the browser's own field; an amount is typed as people type it. */
export function TextField({
  name,
  label,
  value,
  kind,
  className,
}: {
  name: string;
  label: string;
  value: string;
  kind: "day" | "amount";
  className?: string;
}) {
  const id = useId();
  const typed = useTypedValue(value);
  return (
    <div className={join("grid min-w-0 gap-1", className)}>
      <label htmlFor={id} className="text-ink-2 text-small">
        {label}
      </label>
      <input
        id={id}
        name={name}
        type={kind === "day" ? "date" : "text"}
        inputMode={kind === "day" ? undefined : "decimal"}
        autoComplete="off"
        maxLength={kind === "day" ? undefined : 20}
        className={fieldBox}
        {...typed}
      />
    </div>
  );
}
