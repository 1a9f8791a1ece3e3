import { Fragment } from "react";
import { figuresInWords } from "@/lib/domain/figures-in-words";
import { type Segment, visibleText } from "@/lib/domain/visible-text";
import { wordsOfText } from "@/lib/domain/words-of-text";

/**
 * The only way text of an agent or a freelancer reaches the page: inert, in its own direction, with every
 * character that would not be seen shown by its code. With `known`, amounts that equal none of them are
 * marked.
 */
export function TheirWords({ text, known }: { text: string; known?: readonly number[] | undefined }) {
  return (
    <bdi data-slot="their-words">
      {known ? <WithFigures text={text} known={known} /> : <Visible text={text} />}
    </bdi>
  );
}

function WithFigures({ text, known }: { text: string; known: readonly number[] }) {
  const figures = figuresInWords(text, known);
  let from = 0;
  const pieces = figures.map((figure) => {
    const before = text.slice(from, figure.start);
    from = figure.end;
    return (
      <Fragment key={figure.start}>
        <Visible text={before} />
        <mark className="rounded-tight bg-last-wash px-1 font-medium text-last">
          <Visible text={figure.text} />
        </mark>
      </Fragment>
    );
  });
  return (
    <>
      {pieces}
      <Visible text={text.slice(from)} />
    </>
  );
}

function Visible({ text }: { text: string }) {
  return visibleText(text).map((segment, index) => {
    const key = `${index}-${segment.kind}`;
    return segment.kind === "text" ? (
      <Fragment key={key}>{segment.text}</Fragment>
    ) : (
      <span
        key={key}
        className="mx-px rounded-tight border border-last border-dashed px-1 font-medium text-caption text-last"
      >
        {codeOf(segment)}
      </span>
    );
  });
}

/** Two texts of theirs as one: what was taken out struck through, what was put in marked, both said aloud. */
export function TheirWordsCompared({
  changes,
  spoken,
}: {
  changes: readonly { kind: "kept" | "out" | "in"; text: string }[];
  /** What is said before and after each mark; `left` stands where a long stretch is unchanged. */
  spoken: { out: string; in: string; end: string; left: string; leftSpoken: string };
}) {
  return (
    <bdi data-slot="their-words" className="whitespace-pre-line">
      {changes.map(({ kind, text }, index) => {
        const key = `${index}-${kind}`;
        if (kind === "kept") {
          const isEdge = index === 0 ? "start" : index === changes.length - 1 ? "end" : null;
          return <Kept key={key} text={text} edge={isEdge} spoken={spoken} />;
        }
        const Mark = kind === "out" ? "del" : "ins";
        return (
          <Mark key={key}>
            <span className="sr-only">{spoken[kind]}</span>
            <Visible text={text} />
            <span className="sr-only">{spoken.end}</span>
          </Mark>
        );
      })}
    </bdi>
  );
}

const MOST_AROUND = 90;

/** Around a change its own sentence is enough; the whole text stands with what was asked. */
function Kept({
  text,
  edge,
  spoken,
}: {
  text: string;
  edge: "start" | "end" | null;
  spoken: { left: string; leftSpoken: string };
}) {
  const room = edge === null ? 2 * MOST_AROUND : MOST_AROUND;
  if ([...text].length <= room + 40) return <Visible text={text} />;
  const pieces = wordsOfText(text);
  return (
    <>
      {edge === "start" ? null : <Visible text={untilLong(pieces).join("")} />}
      <span aria-hidden="true" className="text-ink-3">
        {spoken.left}
      </span>
      <span className="sr-only">{spoken.leftSpoken}</span>
      {edge === "end" ? null : <Visible text={untilLong(pieces.toReversed()).toReversed().join("")} />}
    </>
  );
}

function untilLong(pieces: readonly string[]): string[] {
  let length = 0;
  const end = pieces.findIndex((piece) => {
    length += piece.length;
    return length > MOST_AROUND;
  });
  return pieces.slice(0, end < 0 ? pieces.length : end);
}

/** The same for places that take text only: the document's title, a label. */
export function theirWordsAsText(text: string): string {
  return visibleText(text)
    .map((segment) => (segment.kind === "text" ? segment.text : codeOf(segment)))
    .join("");
}

function codeOf(segment: Extract<Segment, { kind: "hidden" }>): string {
  return segment.count > 1 ? `${segment.code} ×${segment.count}` : segment.code;
}
