import type { ReactNode } from "react";

type Props = { className?: string };

/** Our own few drawings: 24 units wide, one stroke, always beside a word, so hidden from readers. */
function Icon({ className, children }: Props & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={className ?? "size-icon shrink-0"}
    >
      {children}
    </svg>
  );
}

export function MarkIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M4 11.5l5 4.8L20 5" strokeWidth="2.6" />
      <path d="M4 21h16" />
    </Icon>
  );
}
export function InboxIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M3 13h5l1.5 3h5L16 13h5" />
      <path d="M5.5 5h13L21 13v5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18v-5z" />
    </Icon>
  );
}
export function DownloadIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M12 4v11m0 0l-4.5-4.5M12 15l4.5-4.5" />
      <path d="M5 20h14" />
    </Icon>
  );
}
export function HistoryIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M4 12a8 8 0 1 0 2.4-5.7L4 8.5" />
      <path d="M4 4v4.5h4.5M12 8v4.5l3 1.8" />
    </Icon>
  );
}
export function ContractsIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M6 3h9l4 4v14H6z" />
      <path d="M15 3v4h4M9.5 12h6M9.5 16h4" />
    </Icon>
  );
}
export function SettingsIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
      <circle cx="15" cy="7" r="2" />
      <circle cx="9" cy="17" r="2" />
    </Icon>
  );
}
export function OutIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M9 5.5h9.5V15M18.5 5.5L6 18" />
    </Icon>
  );
}
export function BackIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M14.5 5.5L8 12l6.5 6.5" />
    </Icon>
  );
}
export function ClockIcon(props: Props) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5.2l3.2 1.9" />
    </Icon>
  );
}
export function AlarmIcon(props: Props) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="13" r="7.5" />
      <path d="M12 9v4.2l2.4 1.6M4 5.5L6.8 3M20 5.5L17.2 3" />
    </Icon>
  );
}
export function WarningIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M12 3.8l9 16H3z" />
      <path d="M12 10v4.2M12 17.2v.1" />
    </Icon>
  );
}
export function CheckIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M5 12.8l4.6 4.4L19 7" />
    </Icon>
  );
}
export function CrossIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M6.5 6.5l11 11M17.5 6.5l-11 11" />
    </Icon>
  );
}
export function LapsedIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M7 3.5h10M7 20.5h10M8 3.5c0 4.5 8 4.5 8 8.5s-8 4-8 8.5M16 3.5c0 4.5-8 4.5-8 8.5s8 4 8 8.5" />
    </Icon>
  );
}
export function ReplacedIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M4 8.5h13.5M14 5l3.5 3.5L14 12M20 15.5H6.5M10 12l-3.5 3.5L10 19" />
    </Icon>
  );
}
export function UnknownIcon(props: Props) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M9.6 9.6a2.5 2.5 0 1 1 3.4 2.3c-.7.3-1 .8-1 1.6M12 16.6v.1" />
    </Icon>
  );
}
export function PlusIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M12 5v14M5 12h14" />
    </Icon>
  );
}
export function CopyIcon(props: Props) {
  return (
    <Icon {...props}>
      <rect x="8.5" y="8.5" width="11" height="11" rx="2" />
      <path d="M15.5 5.5V5a1.5 1.5 0 0 0-1.5-1.5H6A1.5 1.5 0 0 0 4.5 5v8A1.5 1.5 0 0 0 6 14.5h.5" />
    </Icon>
  );
}
export function SearchIcon(props: Props) {
  return (
    <Icon {...props}>
      <circle cx="10.8" cy="10.8" r="6.3" />
      <path d="M15.6 15.6L20 20" />
    </Icon>
  );
}
export function PrintIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M7 9V4h10v5M7 17H4v-6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v6h-3" />
      <path d="M7 14h10v6H7z" />
    </Icon>
  );
}
export function FilterIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M4 7h16M7 12h10M10 17h4" />
    </Icon>
  );
}
