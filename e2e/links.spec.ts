import { expect, test } from "@playwright/test";
import { guardApprovalLink } from "@/lib/domain/links";
import { ID, LINK_CORPUS, ORIGIN } from "@/lib/domain/links.corpus";

const cases = Object.entries(LINK_CORPUS).flatMap(([name, links]) =>
  links.map(({ url, origin = ORIGIN, id = ID, problem }) => ({ name, url, origin, id, problem })),
);

test("a real browser opens from each link that passes the one address it may have, and reads all as we do", async ({
  page,
}) => {
  const read = await page.evaluate(
    (urls) => {
      return urls.map((url) => {
        const link = document.createElement("a");
        link.setAttribute("href", url);
        const { href, protocol, origin, pathname, search, hash, username, password } = link;
        return { href, protocol, origin, pathname, search, hash, username, password };
      });
    },
    cases.map(({ url }) => url),
  );
  expect(read).toHaveLength(cases.length);
  for (const [index, { name, url, origin, id, problem }] of cases.entries()) {
    const seen = read[index];
    const isOpened = guardApprovalLink({ url, origin, id }).state === "ok";
    expect.soft(isOpened, `${name}: ${url}`).toBe(problem === null);
    // What the guard compares is what this browser would open.
    if (URL.canParse(url)) expect.soft(seen?.href, `${name}: ${url}`).toBe(new URL(url).href);
    if (!isOpened) continue;
    expect.soft({ ...seen, pathname: decodeURIComponent(seen?.pathname ?? "") }).toMatchObject({
      origin: new URL(origin).origin,
      pathname: `/approvals/${id}`,
      ...{ search: "", hash: "", username: "", password: "" },
    });
  }
});
