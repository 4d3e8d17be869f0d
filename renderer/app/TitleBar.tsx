import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { sentenceOf, useCommand } from '../data/index.ts';
import { useMessages } from '../ui/messages.tsx';
import { SearchBox } from './SearchBox.tsx';
import { useSession } from './session.ts';

/** The office, the search box, and who works. */
export function TitleBar({ onKeys }: { onKeys: () => void }) {
  const { office, person, people } = useSession();
  const choose = useCommand('session.choose');
  const messages = useMessages();
  const others = people.filter(({ active, id }) => active && id !== person.id);
  const switchTo = (id: string) => {
    const other = others.find((one) => one.id === id);
    if (!other) return;
    choose.run({ personId: other.id }).then(
      () => messages.done(`现在由${other.name}使用`),
      (error: unknown) => messages.fail(sentenceOf(error)),
    );
  };
  return (
    <header className="title-bar">
      <span className="title-office">{office.name}</span>
      <SearchBox />
      <div className="title-end">
        <Button type="text" size="small" onClick={onKeys} title="快捷键（?）">
          快捷键 <kbd className="key-hint">?</kbd>
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items:
              others.length === 0
                ? [{ key: 'none', label: '没有其他人；可在“设置”里添加', disabled: true }]
                : others.map(({ id, name }) => ({ key: id, label: `换成 ${name}` })),
            onClick: ({ key }) => switchTo(key),
          }}
        >
          <Button type="text" size="small">
            {person.name} <DownOutlined />
          </Button>
        </Dropdown>
      </div>
    </header>
  );
}
