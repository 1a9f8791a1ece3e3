/** What is written in which colour on what, and how far they must stand apart. 3 for what is not read but seen. */
export const COLOUR_PAIRS = [
  { ink: "ink", grounds: ["paper", "sheet", "wash", "chosen"], least: 7, use: "words and figures" },
  { ink: "ink-2", grounds: ["paper", "sheet", "wash", "chosen"], least: 4.5, use: "what stands beside them" },
  { ink: "ink-3", grounds: ["paper", "sheet", "wash"], least: 4.5, use: "sources, hints, dates" },
  { ink: "pen", grounds: ["paper", "sheet", "wash"], least: 4.5, use: "what can be pressed" },
  { ink: "on-pen", grounds: ["pen", "pen-strong"], least: 4.5, use: "words on the one button" },
  { ink: "soon", grounds: ["paper", "sheet", "chosen", "soon-wash"], least: 4.5, use: "under 6 hours" },
  {
    ink: "last",
    grounds: ["paper", "sheet", "chosen", "last-wash"],
    least: 4.5,
    use: "last hour, shortfall",
  },
  { ink: "good", grounds: ["paper", "sheet", "good-wash"], least: 4.5, use: "confirmed, in order" },
] as const;
