import { useEffect, useState } from 'react';
import { hasCode, useDesk } from '../data/index.ts';

/** How often a page whose line is cut asks whether the program knows it still, ms. */
const askEvery = 3_000;

/** Above the work while the line to the program is cut. A program started again no longer knows this window. */
export function LostLine() {
  const { client } = useDesk();
  const [forgotten, setForgotten] = useState(false);
  useEffect(() => {
    const ask = () =>
      client.call('session.get', {}).then(
        () => setForgotten(false),
        (error: unknown) => setForgotten(hasCode(error, 'not-signed-in')),
      );
    const timer = setInterval(() => void ask(), askEvery);
    return () => clearInterval(timer);
  }, [client]);
  return (
    <div className="lost-line" role="alert">
      {forgotten
        ? '工作站已重新启动，不再认得这个窗口。请从程序再打开一个窗口；这里没保存上的文字会在那之后自动保存，先不要关闭。'
        : '与程序的连接断了，正在重新连接。窗口里的文字还在，连上后会自动保存。'}
    </div>
  );
}
