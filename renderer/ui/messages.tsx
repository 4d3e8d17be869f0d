import { App, Button } from 'antd';
import { useMemo } from 'react';

/**
 * Short messages at the foot of the title bar: what was done, with its undo. Errors do not belong here but where they
 * happened; `fail` is for those without a place left on the screen.
 */
export function useMessages() {
  const { message } = App.useApp();
  return useMemo(
    () => ({
      done: (text: string, undo?: () => void) => {
        const key = 'done';
        message.open({
          key,
          type: 'success',
          duration: undo ? 8 : 3,
          content: (
            <>
              {text}
              {undo && (
                <Button
                  type="link"
                  size="small"
                  onClick={() => {
                    message.destroy(key);
                    undo();
                  }}
                >
                  撤销
                </Button>
              )}
            </>
          ),
        });
      },
      fail: (text: string) => void message.error({ key: 'fail', content: text, duration: 8 }),
    }),
    [message],
  );
}
