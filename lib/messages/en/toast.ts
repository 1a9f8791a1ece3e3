/** What was just done, said at the lower edge. */
export const toast = {
  label: "What was just done",
  close: "Close",
};
