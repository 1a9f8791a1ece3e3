import type { Role } from "@/lib/domain/records";
import type { Permission } from "@/lib/domain/rights";
import type {
  ended as englishEnded,
  invite as englishInvite,
  security as englishSecurity,
  team as englishTeam,
} from "../en/team-screens";
import { grouped } from "./grouped";
import { plural } from "./plural";

const roleNames: Record<Role, string> = { owner: "Leitung", finance: "Finanzen", viewer: "Einsicht" };

const permissions: Record<Permission, string> = {
  read: "Anfragen, Verlauf, Verträge und Guthaben sehen",
  export: "Eine Tabelle mitnehmen",
  open_to_confirm: "Zum Bestätigen oder Ablehnen auf die Seite von OpenTrain gehen",
  add_requests: "Eine Anfrage über ihren Link hinzufügen",
  manage_connection: "Das OpenTrain-Konto verbinden und trennen",
  dismiss_blocked: "Eine von OpenTrain zurückgewiesene Anfrage ausblenden",
  manage_capture: "Erfassungsschlüssel sehen und ändern",
  manage_team: "Personen einladen und entfernen",
  manage_own_sign_in: "Das eigene Passwort ändern, eigene Sitzungen beenden",
  manage_own_preferences: "Die eigene Ansicht ändern: Sprache, Farben, Zeitzone",
};

export const team: typeof englishTeam = {
  page: "Team",
  title: "Team",
  lead: (count) =>
    plural(
      count,
      "Eine Person kann diesen Eingang sehen.",
      `${grouped(count)} Personen können diesen Eingang sehen.`,
    ),
  members: "Mitglieder",
  you: "Sie",
  roles: roleNames,
  lastUsed: "Zuletzt hier {ago}",
  neverUsed: "Noch nicht hier",
  joined: "beigetreten {ago}",
  onlyOwner: "Nur die Leitung kann Personen einladen und entfernen.",
  noScript: "Zum Einladen und Entfernen braucht dieser Browser JavaScript.",
  remove: "Entfernen",
  removeWho: "{name} entfernen",
  removeAsk:
    "{name} entfernen? Die Person wird sofort überall abgemeldet. Was sie getan hat, bleibt im Verlauf.",
  removing: "Wird entfernt",
  keep: "Behalten",
  wasRemoved: "{name} wurde entfernt.",
  lastOwner: "Die letzte Leitung kann nicht entfernt werden",
  failed: "Das hat nicht geklappt: {why}",
  invite: {
    title: "Teammitglied einladen",
    text: "Sie bekommen einen Link zum Versenden. Er gilt einmal, innerhalb von 7 Tagen, und lässt eine Person mit der Rolle Finanzen ein.",
    label: "Für wen (freiwillig)",
    help: "Ein Name oder eine E-Mail-Adresse, damit Sie den Link wiedererkennen. Dieser Eingang versendet nichts.",
    submit: "Link erstellen",
    sending: "Wird erstellt",
    once: "Kopieren Sie den Link jetzt. Er wird einmal gezeigt.",
    how: "Senden Sie ihn so, dass nur diese Person ihn liest: Wer ihn zuerst öffnet, kommt herein.",
    link: "Einladungslink",
    copy: "Link kopieren",
    copied: "Kopiert",
    done: "Fertig",
  },
  invitations: {
    title: "Einladungen",
    unnamed: "Ohne Namen",
    open: "gültig bis {when}",
    used: "verwendet von {name}, {ago}",
    usedByNobody: "verwendet {ago}",
    expired: "abgelaufen {ago}",
    revoked: "zurückgezogen {ago}",
    revoke: "Zurückziehen",
    revokeWho: "Einladung für {name} zurückziehen",
    revokeUnnamed: "Die Einladung zurückziehen, erstellt {when}",
  },
  removed: {
    title: "Entfernt",
    when: "entfernt {ago}",
    again: "Erneut einladen",
    againWho: "{name} erneut einladen",
    text: "Wer zurückkommt, ist dieselbe Person wie zuvor, mit einem neuen Passwort.",
  },
  rights: {
    title: "Was jede Rolle darf",
    what: "Was",
    names: permissions,
    yes: "ja",
    no: "nein",
    text: "Anfragen werden auf der Seite von OpenTrain bestätigt und abgelehnt und nirgendwo sonst.",
  },
  failedToLoad: {
    title: "Das Team konnte nicht geladen werden",
    text: "Dieser Eingang hat nicht geantwortet.",
  },
};

export const security: typeof englishSecurity = {
  page: "Sicherheit",
  title: "Sicherheit",
  lead: "Sie sind angemeldet als {email}.",
  sessions: {
    title: "Wo Sie angemeldet sind",
    this: "dieses Gerät",
    device: "{browser} auf {system}",
    unknown: "Ein unbekanntes Gerät",
    lastUsed: "Zuletzt verwendet {ago}",
    since: "Angemeldet {when}",
    from: "von {network}",
    loopback: "vom Rechner des Servers selbst",
    end: "Abmelden",
    endWhich: "{device} abmelden, zuletzt verwendet {when}",
    endOthers: "Überall sonst abmelden",
    ended: (count) =>
      plural(count, "Eine Sitzung wurde beendet.", `${grouped(count)} Sitzungen wurden beendet.`),
    onlyThis: "Sie sind nirgendwo sonst angemeldet.",
    failed: "Das hat nicht geklappt: {why}",
    failedToLoad: "Ihre Sitzungen konnten nicht geladen werden.",
    noScript: "Um sich anderswo abzumelden und das Passwort zu ändern, braucht dieser Browser JavaScript.",
  },
  password: {
    title: "Passwort ändern",
    text: "Damit endet jede andere Sitzung von Ihnen.",
    present: "Jetziges Passwort",
    next: "Neues Passwort",
    submit: "Passwort ändern",
    sending: "Wird geändert",
    done: "Das Passwort wurde geändert.",
    wrong: "Das jetzige Passwort ist nicht richtig.",
    failed: "Das Passwort wurde nicht geändert: {why}",
  },
};

export const invite: typeof englishInvite = {
  page: "Einladung",
  checking: "Die Einladung wird gelesen",
  noScript:
    "Diese Einladung braucht JavaScript: Nur so verlässt das Geheimnis in ihrem Link diesen Browser nie. Schalten Sie es ein und laden Sie die Seite neu.",
  title: "{workspace} beitreten",
  titleUnnamed: "Diesem Eingang beitreten",
  back: "Willkommen zurück",
  lead: {
    owner: "{inviter} lädt Sie ein, mitzuleiten.",
    finance:
      "{inviter} lädt Sie mit der Rolle Finanzen ein: Sie lesen alles, nehmen Tabellen mit und ändern nichts.",
    viewer: "{inviter} lädt Sie mit der Rolle Einsicht ein: Sie sehen zu und ändern nichts.",
  },
  backLead: "Sie kommen als dieselbe Person zurück. Wählen Sie ein neues Passwort.",
  until: "Die Einladung gilt bis {when}.",
  name: "Ihr Name",
  email: "E-Mail",
  submit: "Beitreten",
  sending: "Beitritt läuft",
  emailTaken:
    "Diese Adresse ist mit dieser Einladung nicht zu verwenden. Waren Sie hier schon Mitglied, bitten Sie um eine Einladung für Sie; sonst verwenden Sie eine andere Adresse.",
  failed: "Der Beitritt hat nicht geklappt: {why}",
  signIn: "Anmelden",
  retry: "Erneut versuchen",
  unreachable: {
    title: "Die Einladung konnte nicht gelesen werden",
    text: "Dieser Eingang hat nicht geantwortet. Der Link ist so gültig wie zuvor.",
  },
  states: {
    invitation_unknown: {
      title: "Diese Einladung ist nicht bekannt",
      text: "Vielleicht ist der Link abgeschnitten. Öffnen Sie den ganzen Link, den Sie bekommen haben, oder bitten Sie um einen neuen.",
    },
    invitation_used: {
      title: "Diese Einladung wurde schon verwendet",
      text: "Waren Sie es, melden Sie sich an. Wenn nicht, sagen Sie es der Person, die sie geschickt hat: Sie sieht, wer hereinkam, und kann diese Person entfernen.",
    },
    invitation_expired: {
      title: "Diese Einladung ist abgelaufen",
      text: "Sie galt 7 Tage. Bitten Sie die Person, die sie geschickt hat, um eine neue.",
    },
    invitation_revoked: {
      title: "Diese Einladung wurde zurückgezogen",
      text: "Sie öffnet nichts mehr. Bitten Sie die Person, die sie geschickt hat, um eine neue.",
    },
    invitation_workspace_closed: {
      title: "Diese Einladung führte zu einem geschlossenen Arbeitsbereich",
      text: "Das Team ist zu einem anderen OpenTrain-Konto weitergezogen. Bitten Sie die Person, die sie geschickt hat, um eine neue.",
    },
    invitation_already_member: {
      title: "Sie gehören bereits dazu",
      text: "Sie sind mit einer anderen Einladung zurückgekommen. Melden Sie sich mit dem damals gewählten Passwort an.",
    },
    missing: {
      title: "Die Einladung ist unvollständig",
      text: "Der Teil des Links nach dem # fehlt. Öffnen Sie den ganzen Link, den Sie bekommen haben.",
    },
  },
  member: {
    title: "Sie gehören bereits dazu",
    text: "Dieser Browser ist angemeldet als {email}, und diese Person sieht diesen Eingang. Die Einladung gilt weiterhin für eine andere Person.",
  },
  signedIn: {
    title: "Hier ist jemand angemeldet",
    text: "Dieser Browser ist angemeldet als {email}, und diese Person gehört zu einem anderen Arbeitsbereich. Melden Sie sich ab, um mit einer eigenen Adresse beizutreten.",
  },
  inbox: "Zum Eingang",
  signOut: "Abmelden und weiter",
};

export const ended: typeof englishEnded = {
  page: "Zugang beendet",
  removed: {
    title: "Ihr Zugang ist beendet",
    text: "Die Leitung hat Sie aus diesem Eingang entfernt. Auf diesem Bildschirm ist nichts davon übrig; was Sie getan haben, bleibt in seinem Verlauf.",
    again: "Ist das ein Irrtum, bitten Sie die Leitung um eine neue Einladung.",
    other: "Mit einem anderen Konto anmelden",
  },
};
