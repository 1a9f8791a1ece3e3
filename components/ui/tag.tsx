import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";

const tag = cva(
  "inline-flex max-w-full items-center gap-1 rounded-tight px-2 py-px font-medium text-caption [&_svg]:size-3",
  {
    variants: {
      tone: {
        plain: "bg-wash text-ink-2",
        soon: "bg-soon-wash text-soon",
        last: "bg-last-wash text-last",
        good: "bg-good-wash text-good",
        ghost: "border border-line-strong border-dashed text-ink-2",
      },
    },
    defaultVariants: { tone: "plain" },
  },
);

export type Tone = NonNullable<VariantProps<typeof tag>["tone"]>;

export function Tag({ tone, className, ...rest }: ComponentProps<"span"> & { tone?: Tone }) {
  return <span data-slot="tag" className={tag({ tone, className })} {...rest} />;
}
