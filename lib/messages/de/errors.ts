import type { errors as english } from "../en/errors";
import { grouped } from "./grouped";
import { plural } from "./plural";
import { recorderErrors } from "./recorder-errors";

type Details = Record<string, unknown>;

function named(details: Details): string {
  return typeof details.field === "string" && details.field !== "" ? `„${details.field}“` : "Die Anfrage";
}

function exampleOf({ example }: Details): string {
  return typeof example === "string" ? ` Ein richtiger sieht so aus: ${example}.` : "";
}

function minutesOf(seconds: unknown): string {
  const minutes = typeof seconds === "number" ? Math.max(1, Math.ceil(seconds / 60)) : 15;
  return plural(minutes, "einer Minute", `${grouped(minutes)} Minuten`);
}

export const errors: typeof english = {
  codes: {
    BAD_REQUEST: (details) => `${named(details)} fehlt oder ist so, wie gesendet, nicht zu gebrauchen.`,
    UNAUTHORIZED: "Melden Sie sich an, um dies zu sehen.",
    FORBIDDEN: "Dazu sind Sie nicht berechtigt.",
    NOT_FOUND: "Unter diesem Namen gibt es hier nichts.",
    CONFLICT: "Das passt nicht zum gegenwärtigen Stand.",
    GONE: "Das ist nicht mehr verfügbar.",
    PAYLOAD_TOO_LARGE: "Die Anfrage ist größer, als dieser Aufruf annimmt.",
    RATE_LIMITED: "Zu viele Versuche. Warten Sie ein wenig und versuchen Sie es erneut.",
    INTERNAL_ERROR:
      "Bei uns ist etwas schiefgegangen. Nennen Sie die Kennung der Anfrage, wenn Sie es melden.",
    UNAVAILABLE: "Der Eingang kann im Augenblick nicht antworten. Versuchen Sie es gleich noch einmal.",
  },
  reasons: {
    not_yet: "Diesen Aufruf bringt eine spätere Version.",
    not_connected: "Mit diesem Arbeitsbereich ist kein OpenTrain-Konto verbunden.",
    workspace_closed:
      "Der Arbeitsbereich, zu dem dieser Schlüssel gehört, ist geschlossen. Erstellen Sie unter Einstellungen → Erfassung des Arbeitsbereichs, der an seine Stelle trat, einen neuen Schlüssel.",
    capture_key_revoked:
      "Dieser Erfassungsschlüssel wurde widerrufen. Bitten Sie die Leitung des Eingangs um einen neuen: Einstellungen → Erfassung.",
    too_many_keys: "Es sind 100 Schlüssel in Gebrauch. Widerrufen Sie einen, der nicht mehr gebraucht wird.",
    key_of_environment:
      "Dieser Schlüssel ist der CAPTURE_KEY des Servers. Um ihn zu entziehen, entfernen oder ändern Sie ihn dort und starten Sie den Server neu.",
    key_of_sandbox:
      "Der Agent der Sandbox bringt seinen eigenen Schlüssel mit. Er endet, wenn Sie Ihr Konto verbinden.",
    not_permitted: "Ihre Rolle hier schließt das nicht ein.",
    too_many_attempts: (details) =>
      `Zu viele falsche Passwörter. Versuchen Sie es in ${minutesOf(details.retryAfterSeconds)} erneut.`,
    too_many_captures: "Dieser Schlüssel hat innerhalb einer Minute mehr als 600 Anfragen übergeben.",
    export_busy: "Es laufen bereits mehrere Exporte. Versuchen Sie es gleich noch einmal.",
    too_many_streams:
      "Diese Person hat mehr Seiten offen, als dieser Eingang gleichzeitig auf dem Laufenden hält.",
    ...recorderErrors,
    database:
      "Der Eingang erreicht im Augenblick seine Datenbank nicht. Versuchen Sie es gleich noch einmal.",
    origin: "Die Anfrage kam von einer anderen Website.",
    csrf: "Das Formular ist abgelaufen. Laden Sie die Seite neu und wiederholen Sie es.",
    host: "Dieser Eingang antwortet nicht unter diesem Hostnamen.",
    method: "Diese Adresse nimmt diese Methode nicht an.",
    request_line: "Die Anfragezeile ist nicht zu gebrauchen.",
    headers: "Die Anfrage hat mehr oder längere Kopfzeilen, als dieser Eingang liest.",
    transfer_encoding: "Der Inhalt kann als Ganzes oder in Stücken gesendet werden, anders nicht.",
    content_type: "Der Inhalt muss JSON in UTF-8 sein und das auch angeben.",
    content_encoding: "Der Inhalt muss so gesendet werden, wie er ist, nicht gepackt.",
    cut_short: "Der Inhalt brach ab.",
    too_slow: "Die Anfrage kam nicht rechtzeitig an.",
    unknown_field: (details) => `${named(details)} ist kein Feld dieses Aufrufs.`,
    credentials: "E-Mail-Adresse oder Passwort ist nicht richtig.",
    webhook_signature: "Die Signatur fehlt, ist falsch oder zu alt.",
    capture_key: "Der Erfassungsschlüssel fehlt oder ist nicht gültig.",
    unknown_parameter: (details) => `${named(details)} ist kein Parameter dieses Aufrufs.`,
    repeated: (details) => `${named(details)} wurde mehr als einmal angegeben.`,
    cursor_too_old:
      "Diese Liste wurde vor mehr als einem Tag begonnen. Beginnen Sie sie neu, ohne den Cursor.",
    not_json: "Der Inhalt ist kein JSON.",
    encoding: "Der Inhalt ist kein gültiger UTF-8-Text.",
    too_deep: "Der Inhalt ist zu tief verschachtelt.",
    too_many_pieces:
      "Das enthält mehr als 200 Links, Kennungen und Zeilen, und nichts wurde hinzugefügt. Fügen Sie die ersten 200 hinzu, dann den Rest.",
    not_a_link: (details) => `${named(details)} ist nicht der Link einer Anfrage.${exampleOf(details)}`,
    other_origin: (details) =>
      `${named(details)} führt nicht zum verbundenen OpenTrain-Konto.${exampleOf(details)}`,
    other_page: (details) =>
      `${named(details)} führt zu OpenTrain, aber nicht zu einer Anfrage.${exampleOf(details)}`,
    odd_link: (details) =>
      `${named(details)} ist so geschrieben, wie OpenTrain keinen Link einer Anfrage schreibt.${exampleOf(details)}`,
    secret: (details) => `${named(details)} ist ein Token und kein Link einer Anfrage.${exampleOf(details)}`,
    link_unknown:
      "Dieser Einrichtungslink ist nicht gültig. Geben Sie auf dem Server mit npm run setup-link einen neuen aus.",
    link_expired:
      "Dieser Einrichtungslink ist abgelaufen. Geben Sie auf dem Server mit npm run setup-link einen neuen aus.",
    link_spent: "Dieser Einrichtungslink wurde schon verwendet.",
    reset_expired:
      "Dieser Link ist abgelaufen. Geben Sie auf dem Server mit npm run owner:reset einen neuen aus.",
    reset_spent:
      "Dieser Link wurde schon verwendet. Geben Sie auf dem Server mit npm run owner:reset einen neuen aus.",
    already_set_up: "Dieser Eingang hat bereits eine Leitung.",
    email_taken: "Diese E-Mail-Adresse hat hier bereits ein Konto.",
    password_short: "Dieses Passwort ist zu kurz. Wählen Sie eines mit mindestens 12 Zeichen.",
    password_long: "Dieses Passwort ist zu lang. Wählen Sie eines mit höchstens 200 Zeichen.",
    password_common: "Dieses Passwort ist zu gebräuchlich. Wählen Sie ein eigenes mit mindestens 12 Zeichen.",
    token_refused: "OpenTrain nimmt dieses Token nicht an: Es ist vertippt, widerrufen oder abgelaufen.",
    token_scope:
      "Dieses Token darf keine Anfragen lesen. Erstellen Sie bei OpenTrain eines mit payments:read.",
    token_account: "OpenTrain sagt nicht, zu welchem Konto dieses Token gehört.",
    token_kind:
      "Das ist ein anderes Geheimnis von OpenTrain und kein API-Token: Ein solches beginnt mit ot_pat_.",
    opentrain_unreachable:
      "OpenTrain war nicht zu erreichen, um das Token zu prüfen. Versuchen Sie es gleich noch einmal.",
    opentrain_garbled:
      "Geantwortet hat etwas anderes als OpenTrain, daher ließ sich das Token nicht prüfen. Wer diesen Server betreibt, kann die Adresse prüfen, die ihm gegeben wurde.",
    too_many_checks: (details) =>
      `Es wurden zu viele Tokens geprüft. Versuchen Sie es in ${minutesOf(details.retryAfterSeconds)} erneut.`,
    too_many_tokens: (details) =>
      `Diese Verbindung hat bereits ${String(details.most)} Tokens. Entfernen Sie eines, das nicht mehr gebraucht wird.`,
    other_account:
      "Dieses Token gehört zu einem anderen OpenTrain-Konto. Um das Konto zu wechseln, trennen Sie zuerst das jetzige. Um beide zu haben, bitten Sie die Person, die diesen Server betreibt, um einen Einrichtungslink für eine weitere Leitung.",
    other_account_disconnected:
      "Dieses Token gehört zu einem anderen OpenTrain-Konto als dem, das getrennt wurde.",
    elsewhere:
      "Dieses OpenTrain-Konto hat auf diesem Server bereits einen Arbeitsbereich, und Sie gehören nicht dazu. Nichts wurde geändert. Dessen Leitung kann Sie einladen.",
    last_token:
      "Das ist das letzte Token, und ohne eines kann nichts abgerufen werden. Trennen Sie statt dessen das Konto.",
    connection_of_sandbox:
      "Die Sandbox bringt ihr eigenes Token mit. Es endet, wenn Sie Ihr OpenTrain-Konto verbinden.",
    already_shown: "Der Erfassungsschlüssel wurde schon einmal gezeigt.",
    invitation_unknown:
      "Diese Einladung ist nicht bekannt. Vielleicht ist sie abgeschnitten: Öffnen Sie den ganzen Link.",
    invitation_used: "Diese Einladung wurde schon verwendet.",
    invitation_expired: "Diese Einladung ist abgelaufen. Bitten Sie um eine neue.",
    invitation_revoked: "Diese Einladung wurde zurückgezogen. Bitten Sie um eine neue.",
    invitation_workspace_closed:
      "Der Arbeitsbereich, zu dem diese Einladung führt, ist geschlossen. Bitten Sie um eine neue.",
    invitation_already_member: "Die Person, für die diese Einladung gedacht war, gehört bereits dazu.",
    too_many_invitations:
      "Es gibt 20 offene Einladungen. Ziehen Sie eine zurück, bevor Sie eine weitere erstellen.",
    already_member: "Diese Person gehört bereits dazu.",
    workspace_moved: "Das Team ist eben in einen anderen Arbeitsbereich umgezogen. Laden Sie die Seite neu.",
    last_owner: "Die letzte Leitung kann nicht entfernt werden.",
    signed_in: "In diesem Browser ist jemand angemeldet. Melden Sie diese Person zuerst ab.",
    email_other: "Diese Einladung gilt für eine andere E-Mail-Adresse.",
    too_many_tries: (details) =>
      `Zu viele Versuche mit dieser Einladung. Versuchen Sie es in ${minutesOf(details.retryAfterSeconds)} erneut.`,
    present_password: "Das jetzige Passwort ist nicht richtig.",
  },
};
