"use client";

import { Component, type ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";

/** What is fetched late may fail while the server is away: then this part says so, and the list stays. */
export class LatePart extends Component<{ id: string; children: ReactNode }, { isLost: boolean }> {
  override state = { isLost: false };

  static getDerivedStateFromError() {
    return { isLost: true };
  }

  override render() {
    return this.state.isLost ? <Lost id={this.props.id} /> : this.props.children;
  }
}

/** A full load: what failed once is kept in memory as failed. */
function Lost({ id }: { id: string }) {
  const words = useWords().apart;
  return (
    <p id={id} role="status" className="mt-6 text-ink-2 text-small">
      {words.notFetched}{" "}
      <a href={addresses.inbox} className="inline-flex min-h-touch items-center text-pen underline">
        {words.again}
      </a>
    </p>
  );
}
