import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";

const notice = cva("rounded px-4 py-3 text-small [&_a]:underline [&_a]:underline-offset-2", {
  variants: {
    tone: {
      plain: "bg-wash text-ink-2",
      soon: "bg-soon-wash text-soon",
      last: "bg-last-wash text-last",
      good: "bg-good-wash text-good",
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
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  );
}
