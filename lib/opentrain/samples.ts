/** Answers as OpenTrain's own documents print them, ids in angle brackets included. For tests only. */
export const hireRequested = `{
  "approval": {
    "id": "<APPROVAL_ID>",
    "type": "proposal_hire",
    "status": "pending",
    "contractId": null,
    "milestoneId": null,
    "jobId": "<JOB_ID>",
    "proposalId": "<PROPOSAL_ID>",
    "approvalUrl": "https://app.opentrain.ai/approvals/<APPROVAL_ID>",
    "expiresAt": "2026-06-15T10:00:00.000Z",
    "resolvedAt": null,
    "result": null,
    "createdAt": "2026-06-12T10:00:00.000Z"
  },
  "message": "Hire request recorded. A signed-in human must confirm this approval in the OpenTrain app before the freelancer is hired and any money moves."
}`;

export const hireRequestedElided = hireRequested
  .replace('"2026-06-15T10:00:00.000Z"', '"..."')
  .replace('"2026-06-12T10:00:00.000Z"', '"..."');

export const fundRequested = `{
  "approval": {
    "id": "<APPROVAL_ID>",
    "type": "milestone_fund",
    "status": "pending",
    "approvalUrl": "https://app.opentrain.ai/approvals/<APPROVAL_ID>",
    "expiresAt": "..."
  },
  "message": "A human must confirm this request before any money moves. Share the approvalUrl."
}`;

export const fundConfirmed = `{
  "approval": {
    "id": "<APPROVAL_ID>",
    "type": "milestone_fund",
    "status": "confirmed",
    "contractId": "<CONTRACT_ID>",
    "milestoneId": "<MILESTONE_ID>",
    "jobId": "<JOB_ID>",
    "proposalId": null,
    "approvalUrl": "https://app.opentrain.ai/approvals/<APPROVAL_ID>",
    "expiresAt": "2026-06-15T10:00:00.000Z",
    "resolvedAt": "2026-06-12T14:30:00.000Z",
    "result": {
      "invoiceId": "<INVOICE_ID>"
    },
    "createdAt": "2026-06-12T10:00:00.000Z"
  }
}`;

export const contract = `{
  "contract": {
    "id": "<CONTRACT_ID>",
    "status": "active",
    "title": "Image Segmentation Contract",
    "jobId": "<JOB_ID>",
    "proposalId": "<PROPOSAL_ID>",
    "paymentType": "FIXED",
    "rateUsd": 500,
    "hasActiveMilestone": true,
    "freelancer": {
      "userId": "...",
      "displayName": "Ada L.",
      "country": "United States",
      "profilePath": "/profile/ada-l-1a2b3c"
    },
    "milestones": [
      { "id": "...", "name": "Batch 1", "status": "ACTIVE_FUNDED", "amountUsd": 450 }
    ],
    "jobDmConversationId": "<CONVERSATION_ID>"
  }
}`;

/** What the other documents print besides: bodies that agents send, evidence, and an end without approval. */
export const hireBodyOfReference = `{
    "milestone": {
      "name": "First labeling batch",
      "description": "Label the first 5,000 posts per the guidelines",
      "amount": 300,
      "dueDate": "2026-07-01"
    }
  }`;
export const milestoneBody = `{
    "name": "Batch 2",
    "description": "Batch 2: 5k bounding boxes, night-time footage",
    "amountUsd": 250
  }`;
export const resultsByType = {
  proposal_hire: `{ "hired": true, "contractId": "...", "jobId": "...", "freelancerUserId": "..." }`,
  milestone_fund: `{ "invoiceId": "...", "paymentIntentId": "..." }`,
  milestone_approve: `{ "invoiceId": "...", "payoutTransactionId": "..." }`,
  contract_end: `{ "contractEnded": true }`,
};
export const endedDirectly = `{"ok": true, "contractId": "...", "status": "ended"}`;

export const hireBody = `{
    "milestone": {
      "name": "Batch 1",
      "description": "First 10k dashcam images with bounding boxes",
      "amount": 450,
      "dueDate": "2026-07-15"
    }
  }`;

/** Written from the field tables of the fact book, every field of the reference present. */
export const contractInFull = `{"contracts":[{"id":"ctr_reed9","status":"active","title":"Receipt boxes Contract",
 "jobId":"job_fern07","proposalId":"prop_oak3","paymentType":"FIXED_PRICE","rateUsd":180,"estimatedTotalUsd":429.99,
 "estimatedVolume":null,"hasActiveMilestone":true,"startDate":"2026-09-21T10:00:00.000Z","endDate":null,
 "createdAt":"2026-09-21T10:00:00.000Z","updatedAt":"2026-09-21T10:00:00.000Z",
 "freelancer":{"userId":"usr_p77","displayName":"Noor B.","country":"Portugal","profilePath":"/profile/noor-b"},
 "milestones":[
  {"id":"ms_reed9a","name":"Pilot","description":"600 receipts","status":"ACTIVE_FUNDED","amountUsd":180,
   "volume":null,"milestoneNumber":1,"dueDate":"2026-10-05T00:00:00.000Z","pendingApproval":false,
   "needsReview":false,"invoiceId":"inv_501","createdAt":"2026-09-21T10:00:00.000Z"},
  {"id":"ms_reed9b","name":null,"description":"The rest","status":"NOT_FUNDED","amountUsd":249.99,"volume":null,
   "milestoneNumber":2,"dueDate":null,"pendingApproval":false,"needsReview":false,"invoiceId":null,
   "createdAt":"2026-09-22T10:00:00.000Z"}]}]}`;

export const credits = `{"credits":{"availableCents":250000,"reservedCents":56945,"currency":"usd","recentEntries":[]}}`;

export const updates = `{"events":[{"id":"318","type":"approval.confirmed","apiVersion":"v1",
 "createdAt":"2026-09-21T14:13:20.000Z","resourceId":"appr_lime42","jobId":"job_fern07",
 "data":{"approvalId":"appr_lime42","status":"declined"}},
 {"id":"321","type":"milestone.status_changed","apiVersion":"v1","createdAt":"2026-09-21T14:14:20.000Z",
 "resourceId":"ms_reed9a","jobId":null,"data":{"milestoneId":"ms_reed9a","contractId":"ctr_reed9","status":"PAID"}}],
 "nextCursor":"321","hasMore":false}`;

export const proposal = `{"proposal":{"id":"prop_oak3","jobId":"job_fern07","jobTitle":"Receipt boxes",
 "status":{"raw":"SHORTLISTED","label":"Shortlisted"},"bid":{"amountUsd":12.5,"unit":"PER_HOUR"},
 "candidate":{"id":"usr_p77","displayName":"Noor B.","firstName":"Noor","lastNameInitial":"B"},
 "metrics":{"interviewScore":86,"matchScore":0.91},"contract":null}}`;

export const jobs = `{"jobs":[{"id":"job_fern07","title":"Receipt boxes","status":"ONGOING","published":true,
 "acceptingApplicants":false,"jobUrl":"https://app.opentrain.ai/jobs/job_fern07",
 "proposalCounts":{"total":14,"unreviewed":2}}],"nextCursor":null}`;

export const me = `{"actor":{"userId":"usr_1","email":"ada@example.com","firstName":"Ada","lastName":"Lane",
 "fullName":"Ada Lane","userType":"EMPLOYER"},"token":{"id":"tok_1","label":"Inbox",
 "scopes":["payments:read","proposals:read","jobs:read"],"ownerOrganizationId":"org_1"},
 "account":{"kind":"employer_organization","organizationId":"org_1","ownerUserId":"usr_1","memberRole":"OWNER"}}`;

export const team = `{
  "team": {
    "organization": { "id": "org_1", "name": "Dashcam Labs", "ownerUserId": "usr_1", "ownerName": "Sam Okafor" },
    "members": [],
    "invites": []
  }
}`;

export const contractWithBudget = `{"contract":{"id":"ctr_reed9","status":"active","title":"Hourly work",
 "paymentType":"PAY_PER_HOUR","rateUsd":12.5,"milestones":[],
 "budget":{"contractId":"ctr_reed9","paymentType":"PAY_PER_HOUR","state":"LOW","fundedVolume":40,
 "fundedAmountUsd":500,"consumed":{"seconds":117000,"hours":32.5,"labels":0,"tasks":0},"consumedVolume":32.5,
 "remainingVolume":7.5,"consumedFraction":0.8125,
 "activeMilestone":{"id":"ms_reed9a","name":"Pilot","amountUsd":500,"volume":40,"status":"ACTIVE_FUNDED"},
 "lastUsageAt":"2026-09-30T16:20:00.000Z"}}}`;

export const ledger = `{"entries":[
 {"id":"led_2","type":"HOLD","amountCents":-20795,"createdAt":"2026-09-21T10:00:00.000Z","holdEntryId":null,
  "jobofferId":"prop_oak3","contractId":"ctr_reed9","milestoneId":"ms_reed9a","topUpId":null,"note":null},
 {"id":"led_1","type":"TOP_UP","amountCents":250000,"createdAt":"2026-09-20T10:00:00.000Z","holdEntryId":null,
  "jobofferId":null,"contractId":null,"milestoneId":null,"topUpId":"top_1","note":"Top-up"}],
 "nextCursor":null}`;

export const topUp = `{"topUp":{"id":"top_1","status":"PENDING","amountCents":250000,
 "createdAt":"2026-09-20T09:00:00.000Z","completedAt":null,"expiresAt":"2026-09-21T09:00:00.000Z"}}`;

export const payments = `{"payments":[{"id":"inv_501","status":"PENDING_FUNDING","invoiceKind":"FUNDING",
 "viewerRole":"EMPLOYER","amountUsd":249.99,"createdAt":"2026-09-22T10:00:00.000Z","invoiceNumber":501,
 "job":{"id":"job_fern07","title":"Receipt boxes"},"milestone":{"id":"ms_reed9b","name":"The rest"}}]}`;

export const proposals = `{"proposals":[{"id":"prop_oak3","jobId":"job_fern07","jobTitle":"Receipt boxes",
 "createdAt":"2026-09-19T08:00:00.000Z","updatedAt":"2026-09-20T08:00:00.000Z",
 "status":{"raw":"UNREVIEWED","label":"Unreviewed"},
 "bid":{"amountUsd":0.0375,"unit":"PER_LABEL","labelerHourlyRateUsd":null},
 "candidate":{"id":"usr_p77","displayName":"Noor B."}}],"nextCursor":"prop_oak3"}`;

export const tokens = `{"tokens":[{"id":"tok_1","name":"Inbox","preview":"ot_pat_ab****9f3c",
 "scopes":["payments:read","jobs:read"],"status":"active","organizationId":"org_1",
 "createdAt":"2026-09-01T08:00:00.000Z","lastUsedAt":null,"expiresAt":"2026-12-01T08:00:00.000Z","revokedAt":null}]}`;

export const capabilities = `{"featureKey":"public_api_job_drafting","namespace":"job-drafts","rolloutMode":"ALL",
 "actorIsAdmin":false,"capabilities":{"draftImport":true,"draftCreate":true,"draftUpdate":true,"draftUrlRead":true,
 "publish":true,"hiring":true,"messagingWrites":true,"team":true,"paymentsWrite":false,"credits":true,
 "webhooks":true},"draft":{"importFormats":[],"updateKeys":[],"enums":{}},"authBootstrap":"token","enabled":true}`;

export const webhook = `{"webhook":{"id":"hook_1","url":"https://inbox.example/api/webhooks/opentrain/h1",
 "eventTypes":["approval.confirmed","contract.created"],"status":"ACTIVE",
 "createdAt":"2026-09-21T10:00:00.000Z","disabledAt":null,"disabledReason":null}}`;

export const webhooks = `{"webhooks":[${webhook.slice(11, -1)},
 {"id":"hook_0","url":"https://inbox.example/old","eventTypes":["approval.confirmed"],"status":"DISABLED",
 "createdAt":"2026-09-01T10:00:00.000Z","disabledAt":"2026-09-11T10:00:00.000Z","disabledReason":"No answer"}]}`;

export const webhookCreated = `{${webhook.slice(1, -1)},"secret":"whsec_exampleOnly_2f9c","message":"Keep it."}`;

export const webhookDeleted = `{${webhook.slice(1, -1)},"deleted":true}`;
