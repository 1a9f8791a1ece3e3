type Findable = {
  id: string;
  title: string | null;
  status: string;
  jobTitle: string | null;
  freelancer: { displayName: string } | null;
};

/** Those in a state whose freelancer, title, job or id have every word that was typed. */
export function findContracts<T extends Findable>(
  contracts: readonly T[],
  { status, q }: { status: string | null; q: string | null },
): T[] {
  const words = plain(q ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  return contracts.filter((contract) => {
    if (status !== null && contract.status !== status) return false;
    const text = plain(
      [contract.freelancer?.displayName, contract.title, contract.jobTitle, contract.id].join(" "),
    );
    return words.every((word) => text.includes(word));
  });
}

/** "Lucía" is found by "lucia". */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
