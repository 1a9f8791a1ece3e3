import type { away as english } from "../en/away";

export const away: typeof english = {
  page: "Warten auf die Datenbank · Countersign",
  name: "Countersign",
  title: "Der Eingang erreicht seine Datenbank nicht",
  text: "Es geht nichts verloren: Was bestätigt angenommen wurde, ist gespeichert, und ein Agent, der jetzt eine Anfrage meldet, wird gebeten, es erneut zu versuchen. Die Fristen bei OpenTrain laufen weiter.",
  again: "Diese Seite versucht es alle paar Sekunden von selbst erneut.",
  retry: "Jetzt versuchen",
  hint: "Dauert es länger als eine Minute, findet die Person, die diesen Eingang betreibt, den Grund im Protokoll auf dem Server.",
};
