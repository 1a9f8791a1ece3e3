import { join } from "@/components/ui/join";

/** A request as it looks in that theme, from the theme's own colours; both halves where the system decides. */
export function ThemePreview({ theme }: { theme: "light" | "dark" | "system" }) {
  if (theme !== "system") return <Page theme={theme} />;
  return (
    <span className="grid grid-cols-2">
      <span className="overflow-hidden">
        <Page theme="light" className="w-[200%]" />
      </span>
      <span className="flex justify-end overflow-hidden">
        <Page theme="dark" className="w-[200%] shrink-0" />
      </span>
    </span>
  );
}

function Page({ theme, className = "w-full" }: { theme: "light" | "dark"; className?: string }) {
  return (
    <svg
      viewBox="0 0 120 76"
      aria-hidden="true"
      focusable="false"
      className={join("block h-auto", theme === "dark" ? "theme-dark" : "theme-light", className)}
    >
      <rect width="120" height="76" className="fill-paper" />
      <rect x="10" y="11" width="46" height="7" rx="2" className="fill-ink" />
      <rect x="10" y="23" width="30" height="3" rx="1.5" className="fill-ink-3" />
      <path d="M10 34h100M10 51h100" className="stroke-line" />
      <circle cx="15" cy="42.5" r="4" strokeWidth="2" className="fill-none stroke-soon" />
      <rect x="25" y="40" width="38" height="4" rx="2" className="fill-ink" />
      <rect x="88" y="40" width="22" height="4" rx="2" className="fill-ink-2" />
      <rect x="10" y="58" width="100" height="11" rx="3" className="fill-pen" />
      <rect x="45" y="62" width="30" height="3" rx="1.5" className="fill-on-pen" />
    </svg>
  );
}
