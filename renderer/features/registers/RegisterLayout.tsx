import { Input, type InputRef } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { isComposing, useKeys } from '../../ui/keys.ts';
import { Panes } from '../../ui/Panes.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';

interface RegisterLayoutProps {
  name: string;
  tabs: ReactNode;
  actions?: ReactNode;
  failure: string | null;
  search: string;
  onSearch: (search: string) => void;
  searchHint?: string;
  /** Adds an entry of that name; `null` where the person may not. */
  onAdd: ((name: string) => void) | null;
  addHint?: string;
  list: ReactNode;
  detail: ReactNode;
}

/** A register: search and list at the left, the entry at the right, a new one by typing its name. */
export function RegisterLayout(props: RegisterLayoutProps) {
  const { name, tabs, actions, failure, search, onSearch, onAdd, list, detail } = props;
  const { searchHint = '名称或拼音首字母', addHint = `新增${name}：写名称，回车` } = props;
  const adding = useRef<InputRef>(null);
  useKeys([{ key: 'N', label: `新增${name}`, enabled: onAdd !== null, run: () => adding.current?.focus() }]);
  return (
    <div className="screen">
      <ScreenHead actions={actions}>{tabs}</ScreenHead>
      {failure && <ErrorNote text={failure} />}
      <div className="screen-body">
        <Panes
          id="registers"
          panes={[
            {
              id: 'list',
              label: name,
              width: '45%',
              minWidth: 320,
              content: (
                <>
                  <div className="register-head">
                    <Input.Search
                      allowClear
                      placeholder={searchHint}
                      aria-label={`查找${name}`}
                      value={search}
                      onChange={(event) => onSearch(event.target.value)}
                    />
                    {onAdd && <AddField name={name} hint={addHint} inputRef={adding} onAdd={onAdd} />}
                  </div>
                  {list}
                </>
              ),
            },
            { id: 'detail', label: `${name}的内容`, content: <div className="panel">{detail}</div>, minWidth: 360 },
          ]}
        />
      </div>
    </div>
  );
}

interface AddFieldProps {
  name: string;
  hint: string;
  inputRef: React.RefObject<InputRef | null>;
  onAdd: (name: string) => void;
}

function AddField({ name, hint, inputRef, onAdd }: AddFieldProps) {
  const [text, setText] = useState('');
  return (
    <Input
      ref={inputRef}
      placeholder={hint}
      aria-label={`新增${name}`}
      maxLength={80}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || isComposing(event.nativeEvent) || text.trim() === '') return;
        onAdd(text.trim());
        setText('');
      }}
    />
  );
}
