/** The keyboard's own words: what each key does, and what the page that lists them says. */
export const keyboard = {
  title: "Keyboard",
  close: "Close",
  open: "Keyboard",
  /** Between two keys that are pressed one after the other. */
  after: "then",
  singleOff: "Single keys are switched off in your settings; those with {mod} work.",
  groups: {
    list: "In a list",
    request: "In an opened request",
    go: "Go to",
    anywhere: "Anywhere",
  },
  actions: {
    next: "Next one",
    previous: "Previous one",
    open: "Open it, and read it",
    search: "Search",
    export: "Export the list",
    leave: "Open the page where it is confirmed",
    back: "Back to the list",
    goInbox: "Inbox",
    goHistory: "History",
    goContracts: "Contracts",
    goSettings: "Settings",
    palette: "Find or do anything",
    help: "This list",
    close: "Close what is open",
  },
  keys: { Enter: "Enter", Escape: "Esc", Control: "Ctrl", Meta: "⌘" },
};
