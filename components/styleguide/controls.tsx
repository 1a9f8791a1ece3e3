"use client";

import { useState } from "react";
import { Button, ButtonLink, OutLink } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { OutIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Tabs } from "@/components/ui/tabs";
import { Chapter, Part, State } from "./part";

const VARIANTS = ["primary", "quiet", "grave", "plain"] as const;

/** What can be pressed, written in and chosen. */
export function Controls() {
  return (
    <Chapter id="controls" name="What is pressed, written in and chosen">
      <Part
        name="Button"
        file="button.tsx"
        use="One primary button a page. Grave for what cannot be taken back, with what it means before it. Off, it keeps the keyboard and says why beside it; busy, it says what it is doing. Hover, focus and press them here."
      >
        {(theme) => (
          <>
            {VARIANTS.map((variant) => (
              <State key={variant} name={variant}>
                <Button variant={variant}>Press</Button>
                <Button variant={variant} isBusy>
                  Pressing
                </Button>
                <Button variant={variant} disabled aria-describedby={`why-off-${theme}`}>
                  Off
                </Button>
              </State>
            ))}
            <p id={`why-off-${theme}`} className="text-ink-3 text-small">
              Off: only an owner can press it.
            </p>
            <State name="links">
              <ButtonLink href="/styleguide">Inside</ButtonLink>
              <OutLink href="https://example.com" variant="plain" size="inline">
                Outside
                <OutIcon className="size-3" />
              </OutLink>
            </State>
            <Button variant="primary" size="large">
              Large: the one way out
            </Button>
          </>
        )}
      </Part>
      <Part
        name="Link"
        file="link.tsx"
        use="Every link inside the inbox. In words it is the colour of the pen."
      >
        {() => (
          <p>
            <Link href="/styleguide" className="text-pen hover:underline">
              To another page of ours
            </Link>
          </p>
        )}
      </Part>
      <Part name="Copy button" file="copy-button.tsx" use="Says in its own place whether it is copied.">
        {() => (
          <State name="press it">
            <CopyButton text="x" label="Copy" done="Copied" failed="Not copied: copy it by hand" />
          </State>
        )}
      </Part>
      <Part
        name="Field"
        file="field.tsx"
        use="Label above, help and error below, both tied to it. Letters are never smaller than 16 px: a phone would zoom in. A choice of a few is the browser's own select."
      >
        {(theme) => (
          <>
            <Field id={`${theme}-a`} label="Label" help="Help below it" placeholder="Placeholder" />
            <Field id={`${theme}-b`} label="Label" error="What is wrong, in words." defaultValue="text" />
            <Field id={`${theme}-c`} label="Only read" readOnly value="text" />
            <Field id={`${theme}-d`} label="Off" disabled value="text" />
          </>
        )}
      </Part>
      <Part
        name="Tabs"
        file="tabs.tsx"
        use="A few ways to say the same. Arrows, Home and End move between them."
      >
        {() => <TabsShown />}
      </Part>
    </Chapter>
  );
}

function TabsShown() {
  const [chosen, choose] = useState<"one" | "two">("one");
  return (
    <Tabs label="Ways" names={{ one: "One way", two: "Another" }} chosen={chosen} choose={choose}>
      <p className="text-small">{`The panel of “${chosen}”`}</p>
    </Tabs>
  );
}
