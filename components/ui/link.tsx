import type { ComponentProps, MouseEvent } from "react";
import { isPlainClick } from "./is-plain-click";

type Props = ComponentProps<"a"> & {
  href: string;
  /** Whether the new page begins at its top. What changes only a part of the page stays where it is. */
  scroll?: boolean;
  /** Told before it is followed, and not of what the browser does by itself; may prevent it. */
  onNavigate?: (event: { preventDefault(): void }) => void;
};

/**
 * A link inside the inbox: a plain one, which `FollowLinks` follows without loading the page anew. The
 * framework's own weighs as much as a screen of ours, for loading ahead what nobody may open.
 */
export function Link({ scroll = true, onNavigate, ...rest }: Props) {
  const told = onNavigate && {
    onClick: (event: MouseEvent) => {
      if (isPlainClick(event)) onNavigate(event);
    },
  };
  return <a data-inside={scroll ? "top" : "stay"} {...told} {...rest} />;
}
