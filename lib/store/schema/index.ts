export * from "@/lib/store/schema/approvals";
export * from "@/lib/store/schema/connections";
export * from "@/lib/store/schema/contracts";
export * from "@/lib/store/schema/events";
export * from "@/lib/store/schema/invitations";
export * from "@/lib/store/schema/people";
export * from "@/lib/store/schema/settings";
export * from "@/lib/store/schema/workspaces";
