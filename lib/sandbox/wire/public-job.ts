import { iso } from "../clock";
import type { Account, Job } from "../state/shapes";
import { slugOf } from "./slug";

/** What anyone may see of a job: the account's public name, never its people. */
export function publicJobOut(job: Job, account: Account, origin: string) {
  const slug = slugOf(job.title);
  const url = `${origin}/jobs/${slug === "" ? "" : `${slug}-`}${job.id}`;
  return {
    id: job.id,
    slug,
    title: job.title,
    companyName: account.organizationName,
    descriptionText: job.title,
    descriptionHtml: `<p>${escapeHtml(job.title)}</p>`,
    seoTitle: job.title,
    summary: job.title,
    status: job.status,
    datePosted: iso(job.createdAt),
    validThrough: null,
    updatedAt: iso(job.updatedAt),
    employmentTypes: ["CONTRACTOR"],
    countries: [],
    languages: [],
    category: null,
    dataType: null,
    labelTypes: [],
    labelingSoftware: [],
    experienceLevel: null,
    skills: [],
    pay: {
      paymentType: job.paymentType,
      currency: "USD",
      hourlyRate: null,
      hourlyMin: null,
      hourlyMax: null,
      fixedPrice: null,
      perLabelRate: null,
    },
    url,
    applyUrl: url,
  };
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "#39" };
  return text.replace(/[&<>"']/g, (character) => `&${names[character]};`);
}
