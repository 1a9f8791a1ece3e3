import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { WarningIcon } from "./icons";

const notice = cva("rounded px-4 py-3 text-small [&_a]:underline [&_a]:underline-offset-2", {
  variants: {
    tone: {
      plain: "bg-wash text-ink-2",
      soon: "bg-soon-wash text-soon",
      last: "bg-last-wash text-last",
      good: "bg-good-wash text-good",
      alert: "bg-wash text-ink-2 [&_a]:text-pen",
    },
  },
  defaultVariants: { tone: "plain" },
});

/** A sentence or two that belongs to what stands below it. Never a dialog. */
export function Notice({
  tone,
  title,
  children,
  role,
}: {
  title?: ReactNode;
  children?: ReactNode;
  role?: "status" | "alert";
} & VariantProps<typeof notice>) {
  return (
    <div data-slot="notice" role={role} className={notice({ tone })}>
      {tone === "alert" ? (
        <div className="flex items-start gap-3">
          <WarningIcon className="mt-px size-icon shrink-0 text-last" />
          <div>
            {title ? <p className="font-semibold text-ink">{title}</p> : null}
            {children}
          </div>
        </div>
      ) : (
        <>
          {title ? <p className="font-semibold">{title}</p> : null}
          {children}
        </>
      )}
    </div>
  );
}
