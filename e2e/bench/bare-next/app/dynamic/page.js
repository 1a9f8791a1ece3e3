export const dynamic = "force-dynamic";

/** The same, made anew for each request, under the inbox's own policy. */
export default function Page() {
  return <p>Empty</p>;
}
