/** Something to type on the server: never broken over two lines, where a part of it would be copied. */
export function Command({ text }: { text: string }) {
  return (
    <code data-slot="command" className="whitespace-nowrap font-medium font-sans">
      {text}
    </code>
  );
}
