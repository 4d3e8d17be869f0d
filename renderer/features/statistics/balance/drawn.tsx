import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useSize } from '../../../ui/useSize.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

/** Draws into its parent and follows its size. Without movement; tips are drawn, for the page allows no inline styles. */
export function DrawnChart({ option }: { option: ChartOption }) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);
  const size = useSize(frame);
  useEffect(() => {
    if (!frame.current) return;
    const made = init(frame.current, null, { renderer: 'canvas' });
    chart.current = made;
    return () => {
      chart.current = null;
      made.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(
      { animation: false, tooltip: { trigger: 'axis', renderMode: 'richText' }, ...option },
      true,
    );
  }, [option]);
  useEffect(() => {
    if (size.width > 0) chart.current?.resize({ width: size.width, height: size.height });
  }, [size]);
  return <div ref={frame} className="chart-frame" />;
}
