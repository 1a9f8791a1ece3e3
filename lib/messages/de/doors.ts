import type { doors as english } from "../en/doors";
import { grouped } from "./grouped";
import { plural } from "./plural";
import { ended, invite } from "./team-screens";

export const doors: typeof english = {
  invite,
  ended,
  commands: { setUp: "npm run setup-link", reset: "npm run owner:reset" },
  signIn: {
    page: "Anmelden",
    title: "Anmelden",
    email: "E-Mail",
    password: "Passwort",
    submit: "Anmelden",
    sending: "Anmeldung läuft",
    failed: "E-Mail-Adresse oder Passwort ist nicht richtig.",
    throttled: (minutes) =>
      plural(
        minutes,
        "Zu viele Versuche. Versuchen Sie es in einer Minute erneut.",
        `Zu viele Versuche. Versuchen Sie es in ${grouped(minutes)} Minuten erneut.`,
      ),
    unreachable: "Dieser Eingang antwortet nicht. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
    setUp:
      "Noch nicht eingerichtet? Verwenden Sie den Einrichtungslink, den der Server beim Start ausgegeben hat.",
    forgot:
      "Ausgesperrt? Wer diesen Eingang betreibt, erstellt der Leitung mit {command} einen Link für ein neues Passwort.",
    signedOut: "Sie sind abgemeldet.",
    ended: "Ihre Sitzung ist beendet. Melden Sie sich erneut an.",
    revoked: "Diese Sitzung wurde von anderswo beendet. Waren Sie das nicht, ändern Sie Ihr Passwort.",
  },
  setup: {
    page: "Einrichten",
    title: "Diesen Eingang übernehmen",
    lead: "Damit leiten Sie einen eigenen Arbeitsbereich. Der Link gilt einmal.",
    name: "Ihr Name",
    email: "E-Mail",
    password: "Passwort",
    submit: "Übernehmen",
    sending: "Wird eingerichtet",
    zone: "Zeiten werden in {zone} gezeigt.",
    emailTaken: "Diese E-Mail-Adresse hat hier bereits ein Konto.",
    failed: "Die Einrichtung hat nicht geklappt: {why}",
    checkingTitle: "Einen Augenblick",
    checking: "Es wird nachgesehen, was dieser Link öffnet",
    unreachableTitle: "Dieser Eingang antwortet nicht",
    unreachable: "Der Link wurde nicht verbraucht. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
    lookAgain: "Erneut versuchen",
    noScript: "Die Einrichtung braucht JavaScript: Nur so verlässt das Geheimnis im Link diesen Browser nie.",
    states: {
      link_unknown: {
        title: "Dieser Link ist nicht bekannt",
        text: "Vielleicht ist er abgeschnitten. Kopieren Sie die ganze Zeile, die der Server ausgegeben hat, oder geben Sie sie mit {command} noch einmal aus.",
      },
      link_expired: {
        title: "Dieser Link ist abgelaufen",
        text: "Er galt 24 Stunden, und nur, bis ein neuerer erstellt wurde. Geben Sie auf dem Server mit {command} einen neuen aus.",
      },
      link_spent: {
        title: "Dieser Link wurde schon verwendet",
        text: "Waren Sie es, melden Sie sich an. Wenn nicht, prüfen Sie, wer Ihren Server erreichen kann, und geben Sie mit {command} einen neuen aus.",
      },
      reset_expired: {
        title: "Dieser Link ist abgelaufen",
        text: "Er galt 24 Stunden, und nur, bis ein neuerer erstellt wurde. Wer diesen Eingang betreibt, gibt auf dem Server mit {command} einen neuen aus.",
      },
      reset_spent: {
        title: "Dieser Link wurde schon verwendet",
        text: "Waren Sie es, melden Sie sich mit dem gewählten Passwort an. Wenn nicht, geben Sie auf dem Server mit {command} einen neuen aus: Er beendet jede Sitzung und macht jenes Passwort wertlos.",
      },
      already_set_up: {
        title: "Dieser Eingang hat bereits eine Leitung",
        text: "Melden Sie sich an, oder bitten Sie die Leitung um eine Einladung.",
      },
      missing: {
        title: "Der Einrichtungslink ist unvollständig",
        text: "Öffnen Sie den ganzen Link, den der Server beim Start ausgegeben hat. Geben Sie ihn mit {command} noch einmal aus.",
      },
    },
    signIn: "Anmelden",
  },
  reset: {
    title: "Neues Passwort wählen",
    lead: "Für die Leitung {email}.",
    password: "Neues Passwort",
    submit: "Festlegen und anmelden",
    sending: "Wird festgelegt",
    note: "Jede andere Sitzung von Ihnen endet, auf jedem Gerät.",
    failed: "Das Passwort wurde nicht geändert: {why}",
  },
};
