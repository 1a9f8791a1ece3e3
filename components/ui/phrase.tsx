import { Fragment, type ReactNode } from "react";

/** A sentence with holes: `Hire {who}` with parts that are more than text. The order stays the language's. */
export function Phrase({ text, ...parts }: { text: string } & Record<string, ReactNode>) {
  return text.split(/\{(\w+)\}/).map((piece, index) => {
    // Pieces and names alternate, so the position is what they are.
    const key = `${index}-${piece}`;
    return <Fragment key={key}>{index % 2 === 1 ? parts[piece] : piece}</Fragment>;
  });
}

/** The same where only text fits: titles, labels. */
export function phraseText(text: string, parts: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
}
