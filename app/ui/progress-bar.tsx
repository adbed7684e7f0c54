interface ProgressBarProps {
  label: string;
  /** "12.5 of 20" */
  words: string;
  done: number;
  target: number;
  tone?: "leaf" | "teal";
}

/** How far along something is; full once the target is met, and for a target of nothing. */
export function ProgressBar({ label, words, done, target, tone = "teal" }: ProgressBarProps) {
  const share = target > 0 ? Math.round(Math.min(1, Math.max(0, done / target)) * 1000) / 10 : 100;
  return (
    <div className={tone === "leaf" ? "portal-bar portal-bar--leaf" : "portal-bar"}>
      <div className="portal-bar__words">
        <span>{label}</span>
        <span className="portal-number">{words}</span>
      </div>
      <svg role="img" aria-label={`${label}: ${words}`} width="100%" height="20">
        <rect className="portal-bar__track" width="100%" height="20" rx="10" />
        <rect className="portal-bar__done" width={`${share}%`} height="20" rx="10" />
      </svg>
    </div>
  );
}
