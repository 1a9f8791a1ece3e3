/** What stands on paper and not on the screen, and the way there. */
export const print = {
  button: "Print",
  printed: "Printed {when} by {who}",
};
