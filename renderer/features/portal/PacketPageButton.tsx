import { Button } from 'antd';
import { useState } from 'react';
import { sentenceOf, useDesk } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';

/** For units with no network to the office: a page to carry there, and back come packets. */
export function PacketPageButton() {
  const { client } = useDesk();
  const [failure, setFailure] = useState<string | null>(null);
  const get = () =>
    void client.download('/files/packet-page.html').then(
      () => setFailure(null),
      (error: unknown) => setFailure(sentenceOf(error)),
    );
  return (
    <section>
      <h3>不通网络的单位</h3>
      <p className="soft">
        把报送包页面（一个 HTML 文件）拷给单位，在其电脑上打开、填写，生成加密的 .bsb
        文件交回；拖进“来稿”即收下，重复的会认出。回执包在该件右栏取。
      </p>
      <Button onClick={get}>取用报送包页面</Button>
      {failure !== null && <ErrorNote text={failure} onRetry={get} />}
    </section>
  );
}
