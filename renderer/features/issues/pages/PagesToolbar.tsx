import { MinusOutlined, PlusOutlined, ReadOutlined } from '@ant-design/icons';
import { Button, Select, Tooltip } from 'antd';
import { memo } from 'react';
import type { PageMeterView } from '../../../../shared/contract/views.ts';
import { PX_PER_MM, type Sheet, stepZoom, type Zoom, zoomSteps } from './zoom.ts';

interface PagesToolbarProps {
  /** `4页 余7行`, empty before anything is known. */
  meter: string;
  busy: boolean;
  zoom: Zoom;
  /** Width a page is drawn at now, CSS px. */
  width: number;
  sheet: Sheet;
  onZoom: (zoom: Zoom) => void;
  onAcross: (across: 1 | 2) => void;
}

/** How many pages, how many lines free, and how large the pages are drawn. Rests while only the text changes. */
export const PagesToolbar = memo(function PagesToolbar(props: PagesToolbarProps) {
  const { meter, busy, zoom, width, sheet, onZoom, onAcross } = props;
  const percent = Math.round((100 * width) / (sheet.widthMm * PX_PER_MM));
  return (
    <div className="pages-toolbar">
      <span className="pages-meter" aria-live="polite">
        {meter}
      </span>
      {busy && <span className="soft">正在排版…</span>}
      <span className="spacer" />
      <Tooltip title="对开页">
        <Button
          type="text"
          size="small"
          aria-pressed={sheet.across === 2}
          aria-label="对开页"
          className={sheet.across === 2 ? 'pages-on' : ''}
          icon={<ReadOutlined />}
          onClick={() => onAcross(sheet.across === 2 ? 1 : 2)}
        />
      </Tooltip>
      <Button
        type="text"
        size="small"
        aria-label="缩小"
        icon={<MinusOutlined />}
        onClick={() => onZoom(stepZoom(width, sheet, -1))}
      />
      <Select<Zoom>
        size="small"
        aria-label="显示大小"
        className="pages-zoom"
        value={zoom}
        onChange={onZoom}
        popupMatchSelectWidth={false}
        options={[
          { value: 'width', label: `适合宽度 ${zoom === 'width' ? `${percent}%` : ''}` },
          { value: 'page', label: `整页 ${zoom === 'page' ? `${percent}%` : ''}` },
          { value: 'actual', label: '100%（同纸面）' },
          ...zoomSteps.filter((step) => step !== 100).map((step) => ({ value: step, label: `${step}%` })),
        ]}
      />
      <Button
        type="text"
        size="small"
        aria-label="放大"
        icon={<PlusOutlined />}
        onClick={() => onZoom(stepZoom(width, sheet, 1))}
      />
    </div>
  );
});

/** `4页 余7行`, as the title bar and the pages say it. */
export const meterText = ({ pages, freeLines }: Pick<PageMeterView, 'pages' | 'freeLines'>): string =>
  freeLines === 0 ? `${pages}页 满` : `${pages}页 余${freeLines}行`;
