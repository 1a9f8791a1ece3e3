import type { SentenceKey, SentenceValues } from "@/lib/domain/consequences";
import { visibleString } from "@/lib/domain/visible-text";
import type { consequences as english } from "../en/consequences";
import { formatIn, formatInstant, formatMoney } from "../format";
import type { View } from "../view";
import { moneyWords } from "./money";

type Say = (values: SentenceValues, view: View) => { lead: string | null; text: string };

const known = (who: string) => visibleString(who, 80);
/** Whom OpenTrain hires, pays or puts money aside for; a name is the same in each case. */
const whom = ({ who }: SentenceValues) => (who === null ? "die vorgesehene Person" : known(who));
const forWhat = ({ what }: SentenceValues) => (what === null ? "den Meilenstein" : `„${known(what)}“`);
const money = (cents: number, view: View) => formatMoney(cents, view.locale);

/** A masked name ends in a full stop of its own. */
const ended = (text: string) => (text.endsWith(".") ? text : `${text}.`);

/** What comes true only if it can still be confirmed at all. */
function confirm(say: (values: SentenceValues, view: View) => string): Say {
  return (values, view) => {
    const text = say(values, view);
    if (values.open === "past_due") {
      return {
        lead: "Wenn Sie jetzt bestätigen",
        text: `OpenTrain nimmt es vielleicht nicht mehr an, da die Frist abgelaufen ist. Falls doch: ${text}`,
      };
    }
    if (values.open === "unreadable") {
      return {
        lead: "Wenn Sie bestätigen",
        text: `Ob die Anfrage noch offen ist, war nicht zu lesen; die Seite von OpenTrain zeigt es. Falls ja: ${text}`,
      };
    }
    return { lead: "Wenn Sie bestätigen", text };
  };
}

function decline(text: string | ((values: SentenceValues) => string)): Say {
  return (values) => ({
    lead: "Wenn Sie ablehnen",
    text: `${typeof text === "string" ? text : text(values)}, und diese Anfrage ist endgültig geschlossen.`,
  });
}

/** What happened, in the past tense; a settled request has no choices left. */
function settled(say: (values: SentenceValues, view: View) => string): Say {
  return (values, view) => {
    const flag = values.replacedButConfirmed
      ? " Sie war vor der Bestätigung durch eine neuere Anfrage ersetzt worden."
      : "";
    return { lead: null, text: `Bei OpenTrain bestätigt${on(values, view)}: ${say(values, view)}${flag}` };
  };
}

const CHOICE = "Karte oder Guthaben wählen Sie dort.";
const SHOWN_THERE = "OpenTrain zeigt ihn, bevor Sie bestätigen.";

const says: Record<SentenceKey, Say> = {
  "confirm.hire": confirm((values, view) => {
    const { amountCents, feeCents, initiationCents, totalCents, unreadable } = values.money;
    const start = `OpenTrain beauftragt ${whom(values)}, schließt den Vertrag und belastet Sie mit`;
    if (amountCents === null || totalCents === null) {
      const why =
        unreadable === null
          ? "Der Betrag ist hier unbekannt"
          : `Der Betrag ist unbekannt, in der Anfrage stand ${visibleString(unreadable)}`;
      return `${start} dem ersten Meilenstein und dessen Gebühren. ${why}; OpenTrain zeigt ihn, bevor Sie bestätigen. ${CHOICE}`;
    }
    const fees = money((feeCents ?? 0) + (initiationCents ?? 0), view);
    return `${start} etwa ${money(totalCents, view)}: ${money(amountCents, view)} in Treuhand und ${fees} Gebühren (unsere Schätzung). ${CHOICE}`;
  }),
  "confirm.fund": confirm((values, view) => {
    const { amountCents } = values.money;
    if (amountCents === null) {
      return `OpenTrain belastet Sie mit dem Betrag für ${forWhat(values)} und hält ihn in Treuhand. ${ended(moneyWords.unknownAmount(values.money))} ${SHOWN_THERE} ${CHOICE}`;
    }
    return `OpenTrain belastet Sie mit ${money(amountCents, view)} und hält den Betrag für ${forWhat(values)} in Treuhand. ${moneyWords.fundFee(values.money, view.locale)}. ${CHOICE}`;
  }),
  "confirm.release": confirm((values, view) => {
    const { amountCents } = values.money;
    const start =
      amountCents === null
        ? `${ended(`Das für ${forWhat(values)} hinterlegte Geld verlässt die Treuhand und geht an ${whom(values)}`)} ${ended(moneyWords.unknownAmount(values.money))}`
        : `${money(amountCents, view)} für ${forWhat(values)} verlassen die Treuhand und gehen an ${ended(whom(values))}`;
    return `${start} Ausgezahltes Geld lässt sich nicht zurückholen.`;
  }),
  "confirm.end": confirm((values, view) => {
    const { totalCents, atLeast } = values.money;
    const stake =
      totalCents === null
        ? "Wie viel in Treuhand liegt, ist hier unbekannt. Ob es ausgezahlt oder erstattet wird, entscheidet sich auf der Seite von OpenTrain."
        : `Es geht um ${atLeast ? "mindestens " : ""}${money(totalCents, view)} in Treuhand: Ob der Betrag ausgezahlt oder erstattet wird, entscheidet sich auf der Seite von OpenTrain.`;
    const contract = values.contract === null ? "den Vertrag" : `den Vertrag „${known(values.contract)}“`;
    const party = values.who === null ? "" : ` mit ${known(values.who)}`;
    return `${ended(`OpenTrain beendet ${contract}${party}`)} ${stake}`;
  }),
  "confirm.unknown": confirm(
    () =>
      "OpenTrain tut, was auf seiner Seite steht. Diese Version kennt diese Art von Anfrage nicht, die Kosten sind daher unbekannt.",
  ),

  "decline.hire": decline("Es geschieht nichts"),
  "decline.fund": decline(
    ({ what }) =>
      `Nichts wird belastet, ${what === null ? "der Meilenstein" : `„${known(what)}“`} bleibt unfinanziert`,
  ),
  "decline.release": decline("Das Geld bleibt in Treuhand"),
  "decline.end": decline("Der Vertrag läuft weiter, die Treuhand bleibt, wie sie ist"),
  "decline.unknown": decline("Was angefragt wurde, geschieht nicht"),

  nobody: (values, view) => {
    const { deadline, leftMs, open } = values;
    if (open === "past_due" || leftMs === 0) {
      return {
        lead: "Wenn niemand handelt",
        text: "Die Anfrage verfällt, sobald OpenTrain es meldet, und der Agent muss erneut anfragen.",
      };
    }
    if (deadline === null || leftMs === null) {
      return {
        lead: "Wenn niemand handelt",
        text: "Die Anfrage verfällt mit Ablauf ihrer Frist, und der Agent muss erneut anfragen. Die Frist war nicht zu lesen.",
      };
    }
    const by = formatInstant(deadline, view.timeZone, view.locale, view.now);
    return {
      lead: `Wenn niemand handelt bis ${by} (${formatIn(leftMs, view.locale)})`,
      text: "Die Anfrage verfällt, und der Agent muss erneut anfragen.",
    };
  },

  "confirmed.hire": settled((values, view) => {
    const { amountCents, sources } = values.money;
    const asked = amountCents === null ? "" : ` (angefragt: ${money(amountCents, view)})`;
    const isRead = amountCents !== null && sources.amount === "opentrain";
    const escrow = isRead ? money(amountCents, view) : `den ersten Meilenstein${asked}`;
    return `OpenTrain hat ${whom(values)} beauftragt, den Vertrag geschlossen und ${escrow} in Treuhand genommen.`;
  }),
  "confirmed.fund": settled((values, view) => {
    const { amountCents } = values.money;
    const amount = amountCents === null ? "dem Betrag" : money(amountCents, view);
    return `OpenTrain hat Sie mit ${amount} belastet und hält das Geld für ${forWhat(values)} in Treuhand.`;
  }),
  "confirmed.release": settled((values, view) => {
    const { amountCents } = values.money;
    const to = `an ${whom(values)} für ${forWhat(values)}`;
    return amountCents === null
      ? `Das Geld ging aus der Treuhand ${to}.`
      : `${money(amountCents, view)} gingen aus der Treuhand ${to}.`;
  }),
  "confirmed.end": settled((values) => {
    const party = values.who === null ? "" : ` mit ${known(values.who)}`;
    return `OpenTrain hat den Vertrag${party} beendet und über das Geld in Treuhand verfügt.`;
  }),
  "confirmed.unknown": settled(() => "OpenTrain hat getan, was auf seiner Seite stand."),

  declined: (values, view) => ({
    lead: null,
    text: `Bei OpenTrain abgelehnt${on(values, view)}. Es ist nichts geschehen, und diese Anfrage ist endgültig geschlossen.`,
  }),
  lapsed: (values, view) => ({
    lead: null,
    text: `Verfallen${on(values, view)}: Niemand hat rechtzeitig entschieden. Es ist nichts geschehen; der Agent muss erneut anfragen.`,
  }),
  superseded: () => ({
    lead: null,
    text: "Eine neuere Anfrage hat diese ersetzt, daher steht sie in keiner Summe. Entscheiden Sie über die neuere; was OpenTrain tut, wenn diese bestätigt wird, ist nicht dokumentiert.",
  }),
};

function on({ settledAt }: SentenceValues, view: View): string {
  return settledAt ? ` am ${formatInstant(settledAt, view.timeZone, view.locale, view.now)}` : "";
}

/** A main clause stands by itself after the colon, where English goes on in the same sentence. */
export const consequences: typeof english = ({ key, values }, view) => {
  const { lead, text } = says[key](values, view);
  return { lead, text, sentence: lead === null ? text : `${lead}: ${text}` };
};
