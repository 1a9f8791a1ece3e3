"use client";

import { useReader } from "@/components/reader";
import { can, type Permission } from "@/lib/domain/rights";

/** Whether whoever looks may do this; the server asks the same table again. */
export function useCan(permission: Permission): boolean {
  return can(useReader().role, permission);
}
