import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { Link } from "@/components/ui/link";

const button = cva(
  "inline-flex items-center justify-center gap-2 rounded font-medium text-body transition-colors duration-quick select-none disabled:cursor-not-allowed aria-disabled:cursor-not-allowed",
  {
    variants: {
      variant: {
        primary:
          "bg-pen text-on-pen font-semibold hover:bg-pen-strong disabled:bg-wash disabled:text-ink-3 aria-disabled:bg-wash aria-disabled:text-ink-2 aria-disabled:hover:bg-wash",
        quiet: "border border-line-strong text-ink hover:bg-wash disabled:text-ink-3",
        plain: "text-pen underline-offset-4 hover:underline",
      },
      size: {
        large: "min-h-button px-5 w-full",
        medium: "min-h-touch px-4",
        inline: "min-h-touch pad:min-h-0",
      },
    },
    defaultVariants: { variant: "quiet", size: "medium" },
  },
);

type Looks = VariantProps<typeof button>;

export function Button({ variant, size, className, ...rest }: ComponentProps<"button"> & Looks) {
  return (
    <button type="button" data-slot="button" className={button({ variant, size, className })} {...rest} />
  );
}

export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & Looks) {
  return <Link data-slot="button" className={button({ variant, size, className })} {...rest} />;
}

/** A link that leaves for another site: a plain anchor in a new tab, nothing between the click and it. */
export function OutLink({ variant, size, className, ...rest }: ComponentProps<"a"> & Looks) {
  return (
    <a
      data-slot="button"
      target="_blank"
      rel="noopener"
      className={button({ variant, size, className })}
      {...rest}
    />
  );
}
