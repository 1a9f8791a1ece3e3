/** The words and the word order inside figures and times. */
export const formatWords = {
  dates: "en-US",
  money: "en-US",
  /** Their names for zones differ; the first that knows a zone by name is used. */
  zones: ["en-US", "en-GB", "en-AU", "en-CA", "en-NZ", "en-ZA", "en-IN"],
  unknown: "unknown",
  range: (from: string, to: string) => `${from} to ${to}`,
  atLeast: (figure: string) => `at least ${figure}`,
  andUnknown: (figure: string, count: string) => `${figure}, and ${count} unknown`,
  onlyUnknown: (count: string) => (count === "1" ? "1 amount unknown" : `${count} amounts unknown`),
  units: { day: "d", hour: "h", minute: "min", second: "s" },
  day: ({
    weekday,
    day,
    month,
    year,
  }: {
    weekday: string;
    day: string;
    month: string;
    year: string | null;
  }) => `${weekday} ${day} ${month}${year === null ? "" : ` ${year}`}`,
  plainDay: ({ day, month, year }: { day: string; month: string; year: string }) => `${day} ${month} ${year}`,
  instant: (day: string, time: string, zone: string) => `${day}, ${time} ${zone}`,
  near: {
    yesterday: (time: string) => `yesterday at ${time}`,
    today: (time: string) => `today at ${time}`,
    tonight: (time: string) => `tonight at ${time}`,
    tomorrow: (time: string) => `tomorrow at ${time}`,
    other: (day: string, time: string) => `${day}, ${time}`,
  },
  lapses: (when: string) => `lapses ${when}`,
  ranOut: (when: string) => `its time ran out ${when}`,
  ago: (duration: string) => `${duration} ago`,
  justNow: "just now",
  inTime: (duration: string) => `in\u00a0${duration}`,
};

export type FormatWords = typeof formatWords;
