import { Styleguide } from "@/components/styleguide/styleguide";

export default function StyleguidePage() {
  return <Styleguide />;
}
