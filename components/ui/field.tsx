import type { ComponentProps, ReactNode } from "react";

/** Label above, help below, the error tied to the input and said in words. */
export function Field({
  id,
  label,
  help,
  error,
  ...input
}: ComponentProps<"input"> & { id: string; label: string; help?: ReactNode; error?: string | null }) {
  const describedBy = [help ? `${id}-help` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div data-slot="field" className="grid gap-1">
      <label htmlFor={id} className="font-medium text-small">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
        className={fieldLook}
        {...input}
      />
      {help ? (
        <div id={`${id}-help`} className="text-ink-3 text-small">
          {help}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-last text-small">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** 16 px at least, or a phone zooms in on focus. */
export const fieldLook =
  "min-h-touch w-full rounded border border-line-strong bg-sheet px-3 py-2 text-[max(1rem,16px)] text-ink placeholder:text-ink-3 read-only:bg-wash read-only:text-ink-2 aria-invalid:border-last";
