import type { ComponentProps } from "react";

type Props = ComponentProps<"a"> & {
  href: string;
  /** Whether the new page begins at its top. What changes only a part of the page stays where it is. */
  scroll?: boolean;
};

/**
 * A link inside the inbox: a plain one, which `FollowLinks` follows without loading the page anew. The
 * framework's own weighs as much as a screen of ours, for loading ahead what nobody may open.
 */
export function Link({ scroll = true, ...rest }: Props) {
  return <a data-inside={scroll ? "top" : "stay"} {...rest} />;
}
