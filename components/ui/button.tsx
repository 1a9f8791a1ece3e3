import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, MouseEvent } from "react";
import { Link } from "@/components/ui/link";

const button = cva(
  "inline-flex items-center justify-center gap-2 rounded font-medium text-body transition-colors duration-quick select-none aria-disabled:cursor-not-allowed aria-busy:cursor-progress",
  {
    variants: {
      variant: {
        primary:
          "bg-pen text-on-pen font-semibold hover:bg-pen-strong active:bg-pen aria-disabled:bg-wash aria-disabled:text-ink-2",
        quiet:
          "border border-line-strong text-ink hover:bg-wash active:bg-line aria-disabled:border-line aria-disabled:bg-transparent aria-disabled:text-ink-3",
        /** For what cannot be taken back. */
        grave:
          "border border-last text-last hover:bg-last-wash active:bg-line aria-disabled:border-line aria-disabled:bg-transparent aria-disabled:text-ink-3",
        plain:
          "text-pen underline-offset-4 hover:underline active:text-pen-strong aria-disabled:text-ink-3 aria-disabled:no-underline",
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

/** Off or busy, it stays where the keyboard is and can be read with its reason; only pressing it does nothing. */
export function Button({
  variant,
  size,
  className,
  disabled = false,
  isBusy = false,
  onClick,
  ...rest
}: ComponentProps<"button"> & Looks & { isBusy?: boolean }) {
  const isOff = disabled || isBusy;
  return (
    <button
      type="button"
      data-slot="button"
      aria-disabled={isOff || undefined}
      aria-busy={isBusy || undefined}
      className={button({ variant, size, className })}
      {...rest}
      onClick={isOff ? swallow : onClick}
    />
  );
}

/** A form is sent by the press of its button, also when that was Enter in a field. */
function swallow(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
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
