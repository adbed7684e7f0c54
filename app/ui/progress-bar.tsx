interface ProgressBarProps {
  label: string;
  /** "12.5 of 20" */
  words: string;
  done: number;
  target: number;
  tone?: "leaf" | "teal";
}

const WIDTH = 1000;

/** How far along something is; full once the target is met, and for a target of nothing. */
export function ProgressBar({ label, words, done, target, tone = "teal" }: ProgressBarProps) {
  const part = target > 0 ? Math.min(1, Math.max(0, done / target)) : 1;
  return (
    <div className={tone === "leaf" ? "portal-bar portal-bar--leaf" : "portal-bar"}>
      <div className="portal-bar__words">
        <span>{label}</span>
        <span className="portal-number">{words}</span>
      </div>
      <svg
        role="img"
        aria-label={`${label}: ${words}`}
        viewBox={`0 0 ${WIDTH} 20`}
        preserveAspectRatio="none"
      >
        <rect className="portal-bar__track" width={WIDTH} height="20" />
        <rect className="portal-bar__done" width={Math.round(part * WIDTH)} height="20" />
      </svg>
    </div>
  );
}
