export type Share = {
  id: string;
  cents: number;
  /** `this`: what is spoken of; `rest`: of the same kind beside it; `ghost`: would come; `gone`: was; `open`: not yet. */
  look: "this" | "rest" | "ghost" | "gone" | "open";
};

/**
 * Parts of one sum, each as wide as its share. The figures stand in words beside it, so it is a picture for the
 * eye alone. Widths are SVG attributes: the page's policy takes no style from the markup.
 */
export function ShareBar({ shares }: { shares: readonly Share[] }) {
  const drawn = shares.filter(({ cents }) => cents > 0);
  const all = drawn.reduce((sum, { cents }) => sum + cents, 0);
  if (all === 0) return null;
  let from = 0;
  const placed = drawn.map((share) => {
    const at = percentOf(from, all);
    from += share.cents;
    return { ...share, at, width: percentOf(from, all) - at };
  });
  return (
    <svg
      data-slot="share-bar"
      className="block h-2 w-full overflow-hidden rounded-tight rtl:-scale-x-100"
      aria-hidden="true"
    >
      {placed.map(({ id, look, at, width }) => (
        <rect
          key={id}
          className={`share-${look}`}
          x={`${at}%`}
          width={`${width}%`}
          height="100%"
          strokeWidth={look === "ghost" || look === "open" ? 3 : undefined}
        />
      ))}
      {placed.slice(1).map(({ id, at }) => (
        <line key={id} className="share-cut" x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" strokeWidth="2" />
      ))}
    </svg>
  );
}

function percentOf(part: number, all: number): number {
  return Math.round((part / all) * 10_000) / 100;
}
