import type { FormatWords } from "../en/format-words";

export const formatWords: FormatWords = {
  dates: "de-DE",
  money: "de-DE",
  /** German has names for few zones; the others are known by their English ones, in Germany too. */
  zones: ["de-DE", "en-US", "en-GB", "en-AU", "en-CA", "en-NZ", "en-ZA", "en-IN"],
  unknown: "unbekannt",
  range: (from, to) => `${from} bis ${to}`,
  atLeast: (figure) => `mindestens ${figure}`,
  andUnknown: (figure, count) => `${figure} und ${count} unbekannt`,
  onlyUnknown: (count) => (count === "1" ? "1 Betrag unbekannt" : `${count} Beträge unbekannt`),
  units: { day: "Tg.", hour: "Std.", minute: "Min.", second: "Sek." },
  day: ({ weekday, day, month, year }) => `${weekday}, ${day}. ${month}${year === null ? "" : ` ${year}`}`,
  plainDay: ({ day, month, year }) => `${day}. ${month} ${year}`,
  instant: (day, time, zone) => `${day}, ${time} ${zone}`,
  near: {
    yesterday: (time) => `gestern um ${time}`,
    today: (time) => `heute um ${time}`,
    tonight: (time) => `heute Abend um ${time}`,
    tomorrow: (time) => `morgen um ${time}`,
    other: (day, time) => `${day}, ${time}`,
  },
  lapses: (when) => `verfällt ${when}`,
  ranOut: (when) => `die Frist lief ${when} ab`,
  ago: (duration) => `vor\u00a0${duration}`,
  justNow: "gerade eben",
  inTime: (duration) => `in\u00a0${duration}`,
};
