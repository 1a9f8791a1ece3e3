const mark = "countersign.reloadedFor";
const ours = "/_next/static/";

/** Whether the server says that there is no such file; without an answer nothing is known to be gone. */
async function isGone(address: string): Promise<boolean> {
  const answer = await fetch(address, { method: "HEAD", cache: "no-store" }).catch(() => null);
  return answer?.status === 404;
}

/**
 * A part of a page that was replaced on the server is not there any more: the page is loaded again, once for
 * each such part, so that one that is missing for good ends in words and not in a circle.
 */
export function reloadOnce(reload: () => void = () => window.location.reload()): () => void {
  const onError = (event: Event) => {
    const { target } = event;
    if (target instanceof HTMLScriptElement) void missed(target.src);
    if (target instanceof HTMLLinkElement && target.rel === "stylesheet") void missed(target.href);
  };
  async function missed(address: string): Promise<void> {
    if (!address.includes(ours) || !(await isGone(address))) return;
    try {
      const seen = sessionStorage.getItem(mark)?.split(" ") ?? [];
      if (seen.includes(address)) return;
      sessionStorage.setItem(mark, [...seen, address].slice(-20).join(" "));
    } catch {
      return;
    }
    reload();
  }
  // The error of an element does not rise; it is seen on its way down.
  window.addEventListener("error", onError, true);
  return () => window.removeEventListener("error", onError, true);
}
