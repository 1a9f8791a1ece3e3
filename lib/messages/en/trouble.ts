/** On one request, while OpenTrain cannot be asked about it: what that means for what is shown. */
export const trouble = {
  unreachable: {
    title: "OpenTrain does not answer",
    text: "This shows what was read {ago}; the link still works. It may have been decided since.",
    textNever: "This was not read yet; the link still works. It may have been decided since.",
  },
  refused: {
    title: "OpenTrain refuses our token",
    text: "This shows what was read {ago}, and nothing newer is read until the token is mended. The link still works.",
    textNever: "This was not read yet, and is not until the token is mended. The link still works.",
  },
};
