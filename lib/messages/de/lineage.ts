import type { lineage as english } from "../en/lineage";
import { grouped } from "./grouped";
import { ordinal } from "./ordinal";
import { plural } from "./plural";

export const lineage: typeof english = {
  supersededBy: {
    open: "Eine neuere Anfrage hat diese ersetzt, daher steht sie in keiner Summe. Entscheiden Sie über die neuere; was OpenTrain tut, wenn diese bestätigt wird, ist nicht dokumentiert.",
    closed: "Eine neuere Anfrage hat diese ersetzt, und OpenTrain hat diese geschlossen.",
  },
  supersedes: "Sie ersetzt eine frühere Anfrage für dieselbe Beauftragung.",
  askedAgain: (time) => `Zum ${ordinal(time)} Mal angefragt.`,
  before: "{outcome} {when}",
  beforeUnknown: "{outcome}",
  earlierMore: (count) => `und ${grouped(count)} weitere davor`,
  sameEscrow: (count) =>
    plural(
      count,
      "Eine weitere offene Anfrage entscheidet über dasselbe Geld in Treuhand:",
      `${grouped(count)} weitere offene Anfragen entscheiden über dasselbe Geld in Treuhand:`,
    ),
  endBeside: (count) =>
    plural(
      count,
      "Eine weitere offene Anfrage würde den Vertrag beenden, für den hier Geld hinterlegt wird:",
      `${grouped(count)} weitere offene Anfragen würden den Vertrag beenden, für den hier Geld hinterlegt wird:`,
    ),
  fundsBeside: (count) =>
    plural(
      count,
      "Eine weitere offene Anfrage würde für diesen Vertrag mehr Geld in Treuhand geben:",
      `${grouped(count)} weitere offene Anfragen würden für diesen Vertrag mehr Geld in Treuhand geben:`,
    ),
  besideMore: (count) => plural(count, "und eine weitere", `und ${grouped(count)} weitere`),
  older: "Die frühere ansehen",
  newer: "Die neuere ansehen",

  alarm: {
    title: "Die ersetzte Anfrage wurde bestätigt",
    titleNewer: "Die Anfrage, die diese ersetzt hat, wurde bestätigt",
    historyOlder: "bestätigt, obwohl ersetzt",
    row: "die von ihr ersetzte wurde bestätigt",
    onOlder: {
      open: "Diese Anfrage war bereits ersetzt, als sie bestätigt wurde; es gelten also ihre eigenen Bedingungen, nicht die neueren. Die neuere ist noch offen. Wenn Sie nicht beide wollen, lehnen Sie die neuere bei OpenTrain ab; was OpenTrain tut, wenn auch sie bestätigt wird, ist nicht dokumentiert.",
      closed:
        "Diese Anfrage war bereits ersetzt, als sie bestätigt wurde; es gelten also ihre eigenen Bedingungen, nicht die neueren. Prüfen Sie bei OpenTrain, ob der Vertrag Ihrem Willen entspricht.",
      confirmed:
        "Diese Anfrage war bereits ersetzt, als sie bestätigt wurde, und auch die neuere wurde bestätigt. Prüfen Sie bei OpenTrain, ob niemand zweimal beauftragt und nichts zweimal belastet wurde.",
    },
    onNewer: {
      open: "Die frühere Anfrage, die diese ersetzt hat, wurde dennoch bestätigt. Sehen Sie sich deren Folgen an, bevor Sie hier entscheiden: Auch diese zu bestätigen kann ein zweites Mal beauftragen und belasten. Sind die früheren Bedingungen in Ordnung, lehnen Sie diese bei OpenTrain ab.",
      confirmed:
        "Auch die frühere Anfrage, die diese ersetzt hat, wurde bestätigt. Prüfen Sie bei OpenTrain, ob niemand zweimal beauftragt und nichts zweimal belastet wurde.",
    },
    older: "Die bestätigte ansehen",
  },

  changes: {
    fromOlder: "Was sich seit der früheren Anfrage geändert hat",
    toNewer: "Was die neuere Anfrage ändert",
    same: "Alle Bedingungen sind gleich.",
    unknown:
      "Die Bedingungen einer der beiden sind hier nicht bekannt; sie lassen sich daher nicht vergleichen.",
    terms: "Was angefragt wurde",
    more: "{amount} mehr",
    less: "{amount} weniger",
  },
  compared: {
    end: ". ",
    left: " … ",
    leftSpoken: " unveränderte Wörter ",
    replaced: { out: "war: ", in: "ist jetzt: " },
    told: { out: "OpenTrain nahm an: ", in: "der Agent meldete: " },
    confirmed: { out: "angefragt: ", in: "bestätigt: " },
  },
};
