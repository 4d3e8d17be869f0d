import { Button } from 'antd';
import type { ReactNode } from 'react';

/** An error where it happened: its sentence with the remedy, and the way on. */
export function ErrorNote({ text, onRetry, children }: { text: string; onRetry?: () => void; children?: ReactNode }) {
  return (
    <div className="error-note" role="alert">
      <span>{text}</span>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          重试
        </Button>
      )}
      {children}
    </div>
  );
}
