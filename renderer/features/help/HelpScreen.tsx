import { useEffect, useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Panes } from '../../ui/Panes.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { chapters } from './chapters.tsx';
import '../../ui/panel.css';
import './help.css';

/** 使用说明: short chapters, the job step by step. F1 opens it from anywhere. */
export function HelpScreen() {
  const { id } = useParams();
  const navigate = useNavigate();
  const chosen = chapters.find((chapter) => chapter.id === id) ?? chapters[0];
  const text = useRef<HTMLElement>(null);
  // Scrolling answers a promise in newer browsers, which is no clean-up.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each chapter begins at its top
  useEffect(() => void text.current?.scrollTo({ top: 0 }), [chosen]);
  return (
    <Panes
      id="help"
      panes={[
        {
          id: 'chapters',
          label: '目录',
          width: 200,
          minWidth: 160,
          content: (
            <RowList
              label="使用说明目录"
              rows={chapters}
              idOf={(chapter) => chapter.id}
              current={chosen.id}
              onCurrent={(chapter) => void navigate(`/help/${chapter}`, { replace: true })}
              renderRow={({ title }) => <span className="row-text">{title}</span>}
              empty={null}
            />
          ),
        },
        {
          id: 'text',
          label: '说明',
          content: (
            <article ref={text} className="panel help-text">
              <h1>{chosen.title}</h1>
              {chosen.text}
            </article>
          ),
        },
      ]}
    />
  );
}
