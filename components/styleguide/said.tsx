"use client";

import { Blank } from "@/components/ui/blank";
import { Button } from "@/components/ui/button";
import { Command } from "@/components/ui/command";
import { Notice } from "@/components/ui/notice";
import { Phrase } from "@/components/ui/phrase";
import { Section, SectionLevel } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { Toast } from "@/components/ui/toast";
import { Track } from "@/components/ui/track";
import { Chapter, Part } from "./part";

const nothing = () => undefined;

/** What the page says: tags, notices, whole screens of one sentence. */
export function SaidParts() {
  return (
    <Chapter id="said" name="What is said">
      <Part name="Tag" file="tag.tsx" use="A word and a drawing; the colour only says it again.">
        {() => (
          <p className="flex flex-wrap gap-2">
            {(["plain", "soon", "last", "good", "ghost"] as const).map((tone) => (
              <Tag key={tone} tone={tone}>
                {tone}
              </Tag>
            ))}
          </p>
        )}
      </Part>
      <Part
        name="Notice"
        file="notice.tsx"
        use="A sentence or two about what stands below it. Never a dialog."
      >
        {() =>
          (["plain", "soon", "last", "good", "alert"] as const).map((tone) => (
            <Notice key={tone} tone={tone} title={`${tone}: a title`}>
              <p>A sentence that belongs to what stands below it.</p>
            </Notice>
          ))
        }
      </Part>
      <Part
        name="Toast"
        file="toast.tsx"
        use="What was just done, where nothing else shows it. It waits while it is pointed at or in use; the one polite region reads it."
      >
        {() => (
          <>
            <div className="flex">
              <Toast text="The link to this request is copied." closeLabel="Close" close={nothing} />
            </div>
            <div className="flex">
              <Toast tone="last" text="Your theme could not be kept." closeLabel="Close" close={nothing} />
            </div>
          </>
        )}
      </Part>
      <Part name="Blank" file="blank.tsx" use="A screen whose answer is a sentence and the next step.">
        {() => (
          <Blank title="Nothing is waiting" action={<Button>See history</Button>}>
            <p>What was asked is decided.</p>
          </Blank>
        )}
      </Part>
      <Part
        name="Section"
        file="section.tsx"
        use="A part of a page with its heading, one level below what holds it."
      >
        {() => (
          <SectionLevel value={3}>
            <Section title="Money" aside="aside">
              <p className="text-small">Its content</p>
            </Section>
          </SectionLevel>
        )}
      </Part>
      <Part
        name="Track"
        file="track.tsx"
        use="Steps along one line; the one a request would make is a ghost."
      >
        {(theme) => (
          <Track
            label={`Steps, ${theme}`}
            steps={[
              { label: "Done", state: "done" },
              { label: "Now", state: "now" },
              { label: "Would be", state: "ghost" },
              { label: "Ahead", state: "ahead" },
            ]}
          />
        )}
      </Part>
      <Part
        name="Skeleton"
        file="skeleton.tsx"
        use="The room that words will take, so that nothing moves when they come."
      >
        {() => (
          <>
            <Skeleton className="w-1/3" />
            <Skeleton className="h-5 w-2/3" />
          </>
        )}
      </Part>
      <Part
        name="Command and phrase"
        file="command.tsx"
        use="Something to type on a server, inside a sentence with a hole."
      >
        {() => (
          <p data-file="phrase.tsx">
            <Phrase text="Type {what} there." what={<Command text="npm start" />} />
          </p>
        )}
      </Part>
    </Chapter>
  );
}
