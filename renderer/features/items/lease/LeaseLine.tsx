import { Button } from 'antd';
import { shortMoment } from '../../../ui/format.ts';
import type { Lease } from './useLease.ts';

/** Who has the item, over the text: nothing where it is this window and nobody asks for it. */
export function LeaseLine({ lease: { view, step, failure } }: { lease: Lease }) {
  if (!view) return null;
  const { mine, holder, asked, takeIn } = view;
  if (mine)
    return asked && !asked.declined ? (
      <div className="lease-line" role="alert">
        <span>{asked.person}请求修改这篇稿件。一分钟不答复，对方就可以接手。</span>
        <Button size="small" type="primary" onClick={() => step('give')}>
          交给对方
        </Button>
        <Button size="small" onClick={() => step('keep')}>
          我还要改
        </Button>
      </div>
    ) : null;
  const answer = asked?.mine && (asked.declined ? '对方还要改，暂时不能接手。' : '已请求，等待对方答复。');
  return (
    <div className="lease-line" role="status">
      <span>
        {holder.self ? '您在另一个窗口打开了这篇稿件' : `${holder.person}正在修改这篇稿件`}（{shortMoment(holder.since)}
        起），这里只能看。{answer}
        {failure}
      </span>
      {takeIn === 0 ? (
        <Button size="small" type="primary" onClick={() => step('take')}>
          {holder.self ? '在这里修改' : '接手修改'}
        </Button>
      ) : (
        (!asked?.mine || asked.declined) && (
          <Button size="small" onClick={() => step('ask')}>
            请求修改
          </Button>
        )
      )}
    </div>
  );
}
