/** What is shown in the place of a page. */
export const errorPage = {
  page: "Something went wrong",
  title: "This page could not be shown",
  text: "The fault is ours. Nothing was confirmed, declined or paid because of it.",
  noAnswer: "this inbox did not answer",
  reference: "Reference {id}",
  retry: "Try again",
  home: "Back to the inbox",
  notFound: {
    page: "Not found",
    title: "There is nothing at this address",
    text: "The link may be mistyped, or what it named is gone.",
  },
};
