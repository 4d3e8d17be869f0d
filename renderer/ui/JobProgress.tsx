import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';

interface JobProgressProps {
  /** What is being done. */
  label: string;
  done: number;
  /** `null` while it is not known. */
  total: number | null;
  onStop?: (() => void) | undefined;
}

/** Work that takes longer than half a second shows what, how far, and 停止; quicker work shows nothing. */
export function JobProgress({ label, done, total, onStop }: JobProgressProps) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 500);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className="job-progress" role="status">
      <span className="job-label">{label}</span>
      <Progress
        percent={total ? Math.round((100 * done) / total) : 0}
        status="active"
        size="small"
        format={() => (total === null ? '' : `${done}/${total}`)}
      />
      {onStop && (
        <Button size="small" onClick={onStop}>
          停止
        </Button>
      )}
    </div>
  );
}
