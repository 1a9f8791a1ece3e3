import type { Config } from "tailwindcss";

/** Few and named. The values of the colours live in app/globals.css, once per theme. */
export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      paper: "var(--paper)",
      sheet: "var(--sheet)",
      wash: "var(--wash)",
      chosen: "var(--chosen)",
      line: { DEFAULT: "var(--line)", strong: "var(--line-strong)" },
      ink: { DEFAULT: "var(--ink)", 2: "var(--ink-2)", 3: "var(--ink-3)" },
      pen: { DEFAULT: "var(--pen)", strong: "var(--pen-strong)", wash: "var(--pen-wash)" },
      "on-pen": "var(--on-pen)",
      veil: "var(--veil)",
      soon: { DEFAULT: "var(--soon)", wash: "var(--soon-wash)" },
      last: { DEFAULT: "var(--last)", wash: "var(--last-wash)" },
      good: { DEFAULT: "var(--good)", wash: "var(--good-wash)" },
    },
    fontFamily: { sans: ["var(--font-geist)", "ui-sans-serif", "system-ui", "sans-serif"] },
    fontSize: {
      caption: ["0.75rem", { lineHeight: "1.125rem" }],
      small: ["0.8125rem", { lineHeight: "1.25rem" }],
      body: ["0.9375rem", { lineHeight: "1.4375rem" }],
      title: ["1.1875rem", { lineHeight: "1.5rem", letterSpacing: "-0.015em" }],
      figure: ["2.25rem", { lineHeight: "2.5rem", letterSpacing: "-0.035em" }],
    },
    fontWeight: { normal: "400", medium: "500", semibold: "600" },
    spacing: {
      0: "0",
      px: "1px",
      1: "0.25rem",
      2: "0.5rem",
      3: "0.75rem",
      4: "1rem",
      5: "1.5rem",
      6: "2rem",
      7: "3rem",
      // Sizes of things rather than gaps: an icon, a ring, a finger, a column.
      icon: "1.125rem",
      ring: "2.25rem",
      // Never smaller, however small somebody's letters are.
      touch: "max(2.75rem, 44px)",
      button: "max(3rem, 48px)",
      field: "2.375rem",
      tabs: "4.25rem",
      rail: "13.25rem",
      strip: "5.5rem",
    },
    borderRadius: { none: "0", tight: "5px", DEFAULT: "8px", full: "9999px" },
    boxShadow: { none: "none", float: "var(--shadow)" },
    screens: { pad: "45rem", desk: "64rem", wide: "82.5rem" },
    extend: {
      // A dialog leaves the page in sight: above it on a phone, around it on a desk.
      maxHeight: { dialog: "80dvh" },
      inset: { dialog: "10dvh", toast: "8.5rem" },
      maxWidth: { list: "46rem", sheet: "40rem", page: "58rem", door: "26rem" },
      gridTemplateColumns: {
        strip: "5.5rem minmax(0, 1fr)",
        rail: "13.25rem minmax(0, 1fr)",
        beside: "minmax(0, 46rem) minmax(31.5rem, 1fr)",
        row: "2.25rem minmax(0, 1fr) auto",
        sums: "1.6fr 1fr 1fr",
        facts: "7.25rem minmax(0, 1fr)",
        history: "3rem minmax(0, 1fr) 8rem 9rem",
        event: "3rem minmax(0, 1fr)",
      },
      transitionDuration: { quick: "120ms" },
    },
  },
} satisfies Config;
