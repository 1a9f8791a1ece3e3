"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { LEAST_CHARACTERS, PasswordRule } from "./password-rule";

/** Whether a password is long enough to send; the server decides on the rest. */
export function isLongEnough(password: string): boolean {
  return [...password].length >= LEAST_CHARACTERS;
}

/** A password being chosen, with its one rule below it. */
export function NewPassword({ id, label, error }: { id: string; label: string; error: string | null }) {
  const [password, setPassword] = useState("");
  return (
    <Field
      id={id}
      name="password"
      type="password"
      label={label}
      autoComplete="new-password"
      required
      maxLength={1000}
      value={password}
      onChange={(event) => setPassword(event.currentTarget.value)}
      error={error}
      help={<PasswordRule length={[...password].length} />}
    />
  );
}
