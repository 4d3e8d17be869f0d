import { Modal } from 'antd';
import { type KeyBinding, useBoundKeys } from '../ui/keys.ts';

/** The keys that work on the screen as it stands. */
export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const bindings = useBoundKeys();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title="快捷键" width={560} destroyOnHidden>
      <div className="key-sheet">
        {grouped(bindings).map(([group, keys]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {keys.map(({ key, label }) => (
                <div key={`${key}${label}`}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

/** In the list itself, by the browser's own way of lists; shown because nobody would guess them. */
const listKeys: readonly KeyBinding[] = [
  { key: '↑ ↓', label: '上一条、下一条', group: '列表', run: () => {} },
  { key: '空格', label: '选中或取消选中', group: '列表', run: () => {} },
  { key: 'Shift+单击', label: '选中一段', group: '列表', run: () => {} },
];

function grouped(bindings: readonly KeyBinding[]): [string, KeyBinding[]][] {
  const groups = new Map<string, KeyBinding[]>();
  for (const binding of [...bindings, ...listKeys]) {
    const group = binding.group ?? '本页';
    groups.set(group, [...(groups.get(group) ?? []), binding]);
  }
  return [...groups];
}
