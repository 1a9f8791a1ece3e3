import type { inboxList as english } from "../en/inbox-list";
import { grouped } from "./grouped";
import { plural } from "./plural";

export const inboxList: typeof english = {
  ofShown: (shown, all) => `Von den ${grouped(shown)} passenden; offen sind ${grouped(all)}`,
  inAll: "von {amount}",
  hidden: {
    urgent: (count) =>
      plural(
        count,
        "Eine weitere verfällt innerhalb von 6 Stunden; der Filter zeigt sie nicht.",
        `${grouped(count)} weitere verfallen innerhalb von 6 Stunden; der Filter zeigt sie nicht.`,
      ),
    over: (count) =>
      plural(
        count,
        "Bei einer weiteren ist die Frist abgelaufen; der Filter zeigt sie nicht.",
        `Bei ${grouped(count)} weiteren ist die Frist abgelaufen; der Filter zeigt sie nicht.`,
      ),
    sooner: (count) =>
      plural(
        count,
        "Eine weitere verfällt früher; der Filter zeigt sie nicht.",
        `${grouped(count)} weitere verfallen früher; der Filter zeigt sie nicht.`,
      ),
    see: "Alle zeigen",
  },
  none: {
    title: "Nichts Offenes passt dazu",
    text: (others) =>
      plural(others, "Eine andere Anfrage ist offen.", `${grouped(others)} andere Anfragen sind offen.`),
    next: "Die nächste davon verfällt {when}.",
    clear: "Alle offenen zeigen",
  },
  ordered: {
    "-expires": "Restzeit, längste zuerst",
    created: "Angefragt, älteste zuerst",
    "-created": "Angefragt, neueste zuerst",
    amount: "Betrag, kleinste zuerst",
    "-amount": "Betrag, größte zuerst",
    resolved: "Angefragt, älteste zuerst",
    "-resolved": "Angefragt, neueste zuerst",
  },
  untitledContract: "Vertrag {id}",
  contractWith: "{title} · {who}",
  next: (count) => `Nächste ${grouped(count)}`,
  first: "Zurück zum Anfang",
  arrivals: {
    pill: (count) => `${grouped(count)} neu`,
    urgent: (count, left) => `${grouped(count)} neu, eine mit noch ${left}`,
    said: (count) =>
      plural(count, "Eine neue Anfrage ist offen.", `${grouped(count)} neue Anfragen sind offen.`),
  },
  left: {
    looking: "Nicht mehr offen",
    confirmed: "Bestätigt, jetzt im Verlauf",
    declined: "Abgelehnt, jetzt im Verlauf",
    lapsed: "Verfallen, jetzt im Verlauf",
    superseded: "Durch eine neuere Anfrage ersetzt",
  },
  earlier: {
    label: (count) => plural(count, "Eine frühere Anfrage", `${grouped(count)} frühere Anfragen`),
    asked: "angefragt {when}",
    unknown: "angefragt zu unbekannter Zeit",
  },
  calm: {
    checked: "OpenTrain wurde zuletzt {ago} abgerufen.",
    today: (count) =>
      plural(
        count,
        "Eine Anfrage wurde in den letzten 24 Stunden erledigt",
        `${grouped(count)} Anfragen wurden in den letzten 24 Stunden erledigt`,
      ),
    none: "In den letzten 24 Stunden wurde nichts erledigt",
    next: "Gerade ist nichts zu tun. Die nächste Anfrage erscheint hier, sobald sie gestellt wird.",
  },
};
