import { Button } from 'antd';

/** The program could not start or does not answer: the sentence, and the way out. */
export function StartFailed({ sentence, onRetry }: { sentence: string; onRetry: () => void }) {
  return (
    <main className="start-page">
      <div className="start-card" role="alert">
        <h1>没能打开工作站</h1>
        <p>{sentence}</p>
        <div className="start-actions">
          <Button type="primary" onClick={onRetry} autoFocus>
            重试
          </Button>
        </div>
      </div>
    </main>
  );
}
