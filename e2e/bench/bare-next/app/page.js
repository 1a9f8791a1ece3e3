/** An empty page: what Next and React cost by themselves. */
export default function Page() {
  return <p>Empty</p>;
}
