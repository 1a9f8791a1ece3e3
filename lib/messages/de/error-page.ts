import type { errorPage as english } from "../en/error-page";

export const errorPage: typeof english = {
  page: "Etwas ist schiefgegangen",
  title: "Diese Seite konnte nicht gezeigt werden",
  text: "Der Fehler liegt bei uns. Deswegen wurde nichts bestätigt, abgelehnt oder bezahlt.",
  noAnswer: "dieser Eingang hat nicht geantwortet",
  reference: "Referenz {id}",
  retry: "Erneut versuchen",
  home: "Zurück zum Eingang",
  notFound: {
    page: "Nicht gefunden",
    title: "Unter dieser Adresse gibt es nichts",
    text: "Der Link ist vielleicht vertippt, oder was er benannte, gibt es nicht mehr.",
  },
};
