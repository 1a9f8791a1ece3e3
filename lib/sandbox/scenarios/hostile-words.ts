/** Text by class, as an agent or a freelancer might write it by accident or on purpose. */
export const HOSTILE_WORDS: Record<string, string[]> = {
  bidi: ["Invoice \u202efdp.exe", "\u2066Batch\u2069 \u202e00.054$\u202c now", "\u200fBatch one\u200e"],
  zeroWidth: ["Ba\u200btch\u200d o\u2060ne\ufeff", "\u200b\u200b\u200b", "Batch\u00ad one"],
  html: [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    `"><svg/onload=alert(1)>`,
    "</title></textarea><iframe src=//evil.example>",
    "&lt;b&gt;already escaped&lt;/b&gt; &amp;",
  ],
  markdown: [
    "[Confirm here](https://evil.example/approvals)",
    "# Approved **by finance** `ok`",
    "![](https://evil.example/pixel.png) | a | b |",
  ],
  oneCharacter: ["x"],
  longText: ["W".repeat(400), "long words ".repeat(37).slice(0, 400)],
  emoji: ["👩🏽‍🚀🏳️‍🌈🇵🇹 boxes ✅", "🧑‍🧑‍🧒‍🧒".repeat(20)],
  combiningMarks: [
    "Z\u0335\u031b\u0346\u0352a\u0336\u0310\u0340l\u0337\u0301\u0357g\u0334\u0311o\u0338\u0308",
    "e\u0301 is not é, Å is not Å",
    `a${"\u0301".repeat(60)}`,
  ],
  rightToLeftNames: ["تصنيف الصور الليلية", "תיוג תמונות לילה (Batch 1)"],
  fakeAmounts: ["Total $0.00, already paid", "$1,000,000.00", "450.00 USD instead of 4.50, fees included"],
  lookAlikeLinks: [
    "https://app.opentrain.ai.evil.example/approvals/1",
    "app.opentr\u0430in.ai/approvals/1",
    "http://localhost:4010@evil.example/approvals/1",
  ],
};

/** Names of people, where the class is about names. */
export const RIGHT_TO_LEFT_PEOPLE = [
  { firstName: "نور", lastNameInitial: "ع" },
  { firstName: "אברהם", lastNameInitial: "ל" },
];

export const LOOK_ALIKE_ADDRESSES = [
  "https://app.opentrain.ai.evil.example/approvals/{id}",
  "https://app.opentr\u0430in.ai/approvals/{id}",
  "http://localhost:4010@evil.example/approvals/{id}",
  "http://localhost:4010\\@evil.example/approvals/{id}",
  "//evil.example/approvals/{id}",
  "javascript:alert(1)//approvals/{id}",
  "/approvals/{id}",
  "",
];
