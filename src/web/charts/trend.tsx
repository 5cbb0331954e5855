import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { formatNumber } from '../format.js';
import { useLanguage } from '../language.js';
import { usePrefers } from './prefers.js';

// SVG, so that text takes the page's fonts piece by piece as it needs them.
use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

export interface TrendProps {
  /** In the unit shown; null is missing and leaves a gap. */
  readonly points: readonly { readonly period: string; readonly value: number | null }[];
  readonly unit: string;
  readonly digits: number;
  readonly label: string;
}

/** The course of one figure over the periods. */
export function Trend({ points, unit, digits, label }: TrendProps) {
  const frame = useRef<HTMLDivElement>(null);
  const language = useLanguage();
  const dark = usePrefers('(prefers-color-scheme: dark)');
  const still = usePrefers('(prefers-reduced-motion: reduce)');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours of the style sheet follow `dark`
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const chart: EChartsType = init(element, null, { renderer: 'svg' });
    const style = getComputedStyle(element);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const text = { color: colour('--quiet'), fontFamily: colour('--font'), fontSize: 12 };
    const number = (value: unknown) =>
      formatNumber(typeof value === 'number' ? value : null, digits, language);
    chart.setOption({
      animation: !still,
      grid: { left: 8, right: 16, top: 28, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: points.map((point) => point.period),
        axisLabel: text,
        axisLine: { lineStyle: { color: colour('--line-strong') } },
        axisTick: { show: false },
      },
      yAxis: {
        type: 'value',
        scale: true,
        name: unit,
        nameTextStyle: { ...text, align: 'left' },
        axisLabel: { ...text, formatter: number },
        splitLine: { lineStyle: { color: colour('--line') } },
      },
      tooltip: {
        trigger: 'axis',
        valueFormatter: number,
        backgroundColor: colour('--raised'),
        borderColor: colour('--line-strong'),
        textStyle: { ...text, color: colour('--ink') },
      },
      series: [
        {
          type: 'line',
          name: label,
          data: points.map((point) => point.value),
          symbol: 'circle',
          showAllSymbol: true,
          symbolSize: 7,
          lineStyle: { width: 2, color: colour('--accent') },
          itemStyle: { color: colour('--accent') },
        },
      ],
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [points, unit, digits, label, language, dark, still]);
  return <div className="trend-chart" ref={frame} role="img" aria-label={label} />;
}
