import { Button } from 'antd';
import { Component, type ErrorInfo, type ReactNode } from 'react';

/** A fault of the page itself: says so and offers the way back. What was saved is in the core and untouched. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="start-page" role="alert">
        <div className="start-card">
          <h1>这个页面出错了</h1>
          <p>已保存的内容不受影响。请重新打开页面；仍不行时请把数据文件夹里的日志交给维护人员。</p>
          <div className="start-actions">
            <Button onClick={() => this.setState({ failed: false })}>再试一次</Button>
            <Button type="primary" onClick={() => window.location.assign('/')}>
              重新打开
            </Button>
          </div>
        </div>
      </div>
    );
  }
}
