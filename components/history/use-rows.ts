"use client";

import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { pageOfRow, type Stretch, stretchPageQuery } from "@/lib/api/queries/history";
import type { Approval } from "@/lib/api/types";
import { type Part, partsWith } from "./parts";

/** While somebody scrolls far, what only flies past is not asked for. */
const RESTS_MS = 60;

type Wanted = { part: Part; page: number };

/** Rows of a list by their place, asked for around what is on the screen. A row that is not here yet is null. */
export function useRows(
  search: string,
  parts: readonly Part[],
  onScreen: { first: number; last: number },
  first: readonly Approval[],
): (row: number) => Approval | null {
  const client = useQueryClient();
  const { first: from, last: to } = useRested(onScreen);
  const wanted = useMemo(() => wantedFor(parts, from, to), [parts, from, to]);
  const pages = useQueries({
    queries: wanted.map(({ part, page }) => stretchPageQuery(client, search, stretchOf(part), page)),
  });
  const kept = useKept(search);
  for (const [index, { part, page }] of wanted.entries()) {
    const data = pages[index]?.data;
    if (data) kept.set(`${part.from} ${page}`, { count: part.count, approvals: data.approvals });
  }
  return (row) => {
    const part = partOf(parts, row);
    if (part === undefined) return null;
    const { page, at } = pageOfRow(row - part.firstRow);
    const known = kept.get(`${part.from} ${page}`);
    // New ones come in above: until they are here, the others stand where they will stand.
    const shift = known ? part.count - known.count : 0;
    return known?.approvals[at - shift] ?? (row === at && parts[0] === part ? first[row] : undefined) ?? null;
  };
}

function stretchOf({ from, to, count }: Part): Stretch {
  return { from, to, count };
}

/** The pages with what is on the screen, and their neighbours. */
function wantedFor(parts: readonly Part[], first: number, last: number): Wanted[] {
  const seen = partsWith(parts, first, last);
  const around = [...new Set(seen.flatMap((index) => [index - 1, index, index + 1]))];
  return around.flatMap((index) => {
    const part = parts[index];
    if (!part) return [];
    const begin = Math.max(0, Math.min(part.count - 1, first - part.firstRow));
    const end = Math.max(0, Math.min(part.count - 1, last - part.firstRow));
    const [from, to] = [pageOfRow(begin).page, pageOfRow(end).page];
    return Array.from({ length: to - from + 1 }, (_, page) => ({ part, page: from + page }));
  });
}

function partOf(parts: readonly Part[], row: number): Part | undefined {
  const index = partsWith(parts, row, row)[0];
  return index === undefined ? undefined : parts[index];
}

type Kept = Map<string, { count: number; approvals: readonly Approval[] }>;

/** What was on the screen lately, of this list alone. */
function useKept(search: string): Kept {
  const kept = useRef<{ search: string; rows: Kept }>({ search, rows: new Map() });
  if (kept.current.search !== search) kept.current = { search, rows: new Map() };
  if (kept.current.rows.size > 40) kept.current.rows.delete([...kept.current.rows.keys()][0] ?? "");
  return kept.current.rows;
}

function useRested(range: { first: number; last: number }): { first: number; last: number } {
  const [rested, setRested] = useState(range);
  const { first, last } = range;
  useEffect(() => {
    const timer = setTimeout(() => setRested({ first, last }), RESTS_MS);
    return () => clearTimeout(timer);
  }, [first, last]);
  return rested;
}
