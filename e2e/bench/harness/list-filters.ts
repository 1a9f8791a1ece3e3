const minuteMs = 60_000;

const isOpen = "standing in ('open', 'unreadable')";
const due = (words: string) => `standing = 'open' and ${words}`;
const words = (text: string) => text.split(" ").map((word) => `words like '%${word}%'`);
const found = (text: string) =>
  `id in (select id from approval_words
    where approval_words.workspace_id = approvals.workspace_id and ${words(text).join(" and ")})`;

/** Each way a list is narrowed down, and the same said in plain SQL for a count beside it. */
export function listFilters(at: Date): Record<string, string> {
  const from = (minutes: number) => new Date(at.getTime() + minutes * minuteMs).toISOString();
  const ago = (days: number) => from(-days * 1440);
  return {
    "": isOpen,
    "phase=waiting": due(`expires_at >= '${from(360)}'`),
    "phase=closing_soon": due(`expires_at >= '${from(60)}' and expires_at < '${from(360)}'`),
    "phase=last_hour": due(`expires_at > '${from(0)}' and expires_at < '${from(60)}'`),
    "phase=past_due": due(`expires_at <= '${from(0)}'`),
    "phase=unreadable": `standing = 'unreadable' or ${due("expires_at is null")}`,
    "phase=settled": `not (${isOpen})`,
    "phase=confirmed": "standing = 'confirmed'",
    "phase=declined": "standing = 'declined'",
    "phase=lapsed": "standing = 'lapsed'",
    "phase=superseded": "standing = 'superseded'",
    "phase=open,declined": `${isOpen} or standing = 'declined'`,
    "phase=all": "true",
    "type=milestone_fund": `${isOpen} and type = 'milestone_fund'`,
    "phase=all&type=contract_end": "type = 'contract_end'",
    "phase=settled&type=proposal_hire,milestone_fund": `not (${isOpen}) and type in ('proposal_hire', 'milestone_fund')`,
    "status=pending": "status = 'pending'",
    "status=confirmed": "status = 'confirmed'",
    "status=declined": "status = 'declined'",
    "status=expired": "status = 'expired'",
    "status=confirmed,declined": "status in ('confirmed', 'declined')",
    "phase=all&contractId=ctr_77": "contract_id = 'ctr_77'",
    "phase=all&jobId=job_77": "job_id = 'job_77'",
    "phase=all&agent=Agent%207": "coalesce(agent_name, token_label) = 'Agent 7'",
    "phase=all&agent=Nobody": "coalesce(agent_name, token_label) = 'Nobody'",
    "phase=all&q=lukasz": found("lukasz"),
    "phase=all&q=batch": found("batch"),
    "phase=all&q=batch%20invoices": found("batch invoices"),
    "phase=all&q=zo%C3%AB": found("zoe"),
    "phase=all&q=batch%207": found("batch 7"),
    "phase=all&q=a": found("a"),
    "phase=all&q=nobody%20anywhere": found("nobody anywhere"),
    "phase=all&q=ctr_77": "contract_id = 'ctr_77'",
    "q=invoices": `${isOpen} and ${found("invoices")}`,
    [`phase=all&from=${ago(30)}`]: `listed_at >= '${ago(30)}'`,
    [`phase=all&to=${ago(30)}`]: `listed_at < '${ago(30)}'`,
    [`phase=all&from=${ago(100)}&to=${ago(99)}`]: `listed_at >= '${ago(100)}' and listed_at < '${ago(99)}'`,
    "phase=all&min=400000": "total_cents >= 400000",
    "phase=all&max=20000": "total_cents <= 20000",
    "phase=all&min=100000&max=110000": "total_cents between 100000 and 110000",
    "phase=all&min=900000": "total_cents >= 900000",
    "phase=settled&contractId=ctr_77&status=confirmed": `not (${isOpen}) and contract_id = 'ctr_77' and status = 'confirmed'`,
    "phase=settled&jobId=job_77&type=milestone_approve&min=200000": `not (${isOpen}) and job_id = 'job_77' and type = 'milestone_approve' and total_cents >= 200000`,
    [`phase=confirmed&agent=Agent%207&from=${ago(90)}&to=${ago(30)}`]: `standing = 'confirmed' and coalesce(agent_name, token_label) = 'Agent 7'
        and listed_at >= '${ago(90)}' and listed_at < '${ago(30)}'`,
    [`phase=settled&q=invoices&type=milestone_approve&from=${ago(180)}&min=100000`]: `not (${isOpen}) and ${found("invoices")} and type = 'milestone_approve'
        and listed_at >= '${ago(180)}' and total_cents >= 100000`,
  };
}
