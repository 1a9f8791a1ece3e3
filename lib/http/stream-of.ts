/** Whoever asked and does not read on holds what the pieces are made from; not for ever. */
const longestPauseMs = 20_000;

/**
 * Pieces of text as the body of an answer, made when they are wanted. The first is made here and now, so that
 * what cannot even begin is refused with a proper answer; whoever stops reading stops the making, and so does
 * a reader who falls silent: what they have is then broken off, never a file that looks whole.
 */
export async function streamOf(
  pieces: AsyncGenerator<string>,
  { pauseMs = longestPauseMs }: { pauseMs?: number } = {},
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let next: Promise<IteratorResult<string>> | null = Promise.resolve(await pieces.next());
  let pause: NodeJS.Timeout | undefined;
  const giveUpOn = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    pause = setTimeout(() => {
      controller.error(new Error("nobody read on"));
      void pieces.return(undefined);
    }, pauseMs);
    pause.unref();
  };
  return new ReadableStream<Uint8Array>(
    {
      start: giveUpOn,
      async pull(controller) {
        clearTimeout(pause);
        const piece = await (next ?? pieces.next());
        next = null;
        if (piece.done) return controller.close();
        controller.enqueue(encoder.encode(piece.value));
        giveUpOn(controller);
      },
      async cancel() {
        clearTimeout(pause);
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
