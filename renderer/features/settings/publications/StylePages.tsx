import { Radio } from 'antd';
import { measuresOf } from '../../../../shared/page/index.ts';
import { useRemembered } from '../../../ui/remembered.ts';
import { PagesPane } from '../../issues/pages/PagesPane.tsx';
import { type DraftPublication, type StylePagesOf, useStylePages } from './useStylePages.ts';

/** The pages a publication's issues will have: set by the press, made again with every field that changes. */
export function StylePages({ publication }: { publication: DraftPublication }) {
  const [wanted, setWanted] = useRemembered<StylePagesOf>('style.pages', 'sample', isPages);
  const saved = publication.id !== null;
  const previewer = useStylePages(publication, saved ? wanted : 'sample');
  const { rows, cells, columns, bodyPt, pitchPt } = measuresOf(publication.style);
  return (
    <div className="style-pages">
      <div className="style-pages-head">
        <Radio.Group
          size="small"
          optionType="button"
          aria-label="看哪一期的版面"
          value={saved ? wanted : 'sample'}
          onChange={({ target }) => setWanted(target.value)}
          options={[
            { value: 'sample', label: '样稿' },
            { value: 'last', label: '最近一期', disabled: !saved },
          ]}
        />
        <span className="soft">
          {rows}行×{cells}字{columns > 1 ? `×${columns}栏` : ''}，字大 {bodyPt.toFixed(1)} 磅，行距 {pitchPt.toFixed(2)}{' '}
          磅
        </span>
      </div>
      <PagesPane previewer={previewer} meter={null} selected={null} onPick={ignored} />
    </div>
  );
}

const isPages = (value: unknown) => value === 'sample' || value === 'last';
/** The sample's text is nobody's. */
const ignored = () => {};
