/** Settings → Appearance. A language is named in itself, so its name is the same in every catalogue. */
export const appearancePage = {
  page: "Appearance",
  title: "Appearance",
  lead: "How you see this inbox. It is yours alone, on every device you sign in on.",
  save: "Save",
  saving: "Saving",
  saved: "Saved",
  failed: "Not saved yet: {why}",
  retry: "Try again",
  whys: {
    csrf: "this page had been open for too long. Save once more.",
    other: "the inbox did not take it. Save once more.",
  },
  theme: {
    title: "Theme",
    names: { system: "As the system", light: "Light", dark: "Dark" },
  },
  language: {
    title: "Language",
    browser: "As your browser asks for",
    names: { en: "English", de: "Deutsch" },
    text: "What agents, freelancers and teammates wrote stays in their words.",
  },
  zone: {
    title: "Time zone",
    label: "Deadlines and times are shown in",
    browser: "By this browser: {zone}",
    help: "A city or a region, like Europe/Zurich. Left empty, it is as the browser says.",
    now: "It is {when} there now.",
    nowHere: "By this browser, it is {when}.",
    unknown: "There is no zone of that name. Pick one of the list.",
    useBrowser: "Use this browser’s: {zone}",
  },
  keys: {
    title: "Single keys",
    text: "On a keyboard, j and k move, Enter opens, / searches, ? shows them all. Off, letters alone do nothing.",
    names: { on: "On", off: "Off" },
  },
  offline: {
    title: "When you are offline",
    text: "The last list can stay on this device for up to 72 hours, without agents’ words. Signing out erases it.",
    names: { on: "Keep the last list", off: "Keep nothing" },
  },
};
