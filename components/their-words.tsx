import { Fragment } from "react";
import { figuresInWords } from "@/lib/domain/figures-in-words";
import { type Segment, visibleText } from "@/lib/domain/visible-text";

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

/** The same for places that take text only: the document's title, a label. */
export function theirWordsAsText(text: string): string {
  return visibleText(text)
    .map((segment) => (segment.kind === "text" ? segment.text : codeOf(segment)))
    .join("");
}

function codeOf(segment: Extract<Segment, { kind: "hidden" }>): string {
  return segment.count > 1 ? `${segment.code} ×${segment.count}` : segment.code;
}
