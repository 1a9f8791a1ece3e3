import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { foldText } from "@/lib/domain/fold-text";
import { useTestDatabase } from "@/lib/testing/database";

const database = useTestDatabase();

/** A list narrowed in a browser must find what the same words find on the server. */
it("folds a text as the database does", async () => {
  const letters = fc.constantFrom(
    ..."aZ09 -_%äÖüßẞéÉñÅåøØŁłđĐðÐħĦıİŧŦæÆœŒþÞςΣσΆάЁёЙйҐґїЇ①ﬁ½中あ한é̈😀\u200d".split(/(?:)/u),
  );
  const texts = fc.sample(fc.array(letters, { maxLength: 30 }), { numRuns: 300, seed: 20_261_121 });
  const given = [
    "Zoë Ångström",
    "ŁUKASZ W.",
    "Straße 50%_",
    "Пётр",
    "ÆGIR øst",
    ...texts.map((all) => all.join("")),
  ];
  const { rows } = await database.db.execute(
    sql`select given, countersign.fold_text(given) as folded from jsonb_array_elements_text(${JSON.stringify(given)}::jsonb) as given`,
  );
  expect(rows).toHaveLength(given.length);
  expect(rows.filter(({ given, folded }) => foldText(String(given)) !== folded)).toEqual([]);
});
