import type { HandInReceipt } from '../../../shared/contract/portal/views.ts';
import { moment } from '../format.ts';
import { usePortal } from '../portal.tsx';

export function Receipt({ receipt }: { receipt: HandInReceipt }) {
  const { unit } = usePortal();
  return (
    <section className="card" aria-label="报送回执" role="status">
      <h1>已报送</h1>
      <dl className="facts">
        <dt>回执号</dt>
        <dd>{receipt.number}</dd>
        <dt>时间</dt>
        <dd>{moment(receipt.at)}</dd>
        <dt>单位</dt>
        <dd>{unit.unit}</dd>
      </dl>
      <div className="actions">
        <a className="button main" href={`#/mine/${receipt.id}`}>
          查看
        </a>
        <a className="button" href="#/write">
          继续报送
        </a>
      </div>
      <p className="quiet">编辑阅看前可以撤回。</p>
    </section>
  );
}
