/** Plots of plain boxes, which WeChat draws as the browser does. Each says the same in words. */
import { View } from '@tarojs/components';
import type { AgencyFigures } from '@yiban/shared-types/figures';
import { shownDay } from '../agency/case-words';

interface Bar {
  readonly name: string;
  readonly count: number;
}

/** Lying bars, each with its name and number beside it: the words are its text. */
export function Bars({ bars, unit }: { bars: readonly Bar[]; unit: string }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <View className="bars" ariaRole="list">
      {bars.map(({ name, count }) => (
        <View key={name} className="bar-row" ariaRole="listitem">
          <View className="bar-name">{name}</View>
          <View className="bar-track" ariaHidden>
            <View className="bar" style={{ width: `${(count / most) * 100}%` }} />
          </View>
          <View className="bar-count">
            {count} {unit}
          </View>
        </View>
      ))}
    </View>
  );
}

/** Standing bars over time: filed beside ended. */
export function SeriesPlot({ series: { step, points } }: { series: AgencyFigures['series'] }) {
  const most = Math.max(1, ...points.flatMap(({ submitted, closed }) => [submitted, closed]));
  const height = (count: number) => ({ height: `${(count / most) * 100}%` });
  const shown = (at: string) => (step === 'day' ? shownDay(at) : `${Number(at.slice(5))} 月`);
  const first = points[0];
  const last = points[points.length - 1];
  const busiest = [...points].sort((a, b) => b.submitted - a.submitted)[0];
  const words =
    busiest === undefined || busiest.submitted === 0
      ? '这段时间没有申请。'
      : `申请最多的是 ${shown(busiest.at)}，${busiest.submitted} 件，当${step === 'day' ? '天' : '月'}办结 ${busiest.closed} 件。`;
  return (
    <View className="series">
      <View className="series-keys" ariaHidden>
        <View className="series-key is-filed" />
        <View>申请</View>
        <View className="series-key is-ended" />
        <View>办结</View>
        <View className="series-most">最高 {most} 件</View>
      </View>
      <View
        className="series-plot"
        ariaRole="img"
        ariaLabel={`每${step === 'day' ? '天' : '月'}的申请和办结：${points
          .filter(({ submitted, closed }) => submitted + closed > 0)
          .map(({ at, submitted, closed }) => `${shown(at)}申请 ${submitted} 件、办结 ${closed} 件`)
          .join('；')}。${words}`}
      >
        {points.map(({ at, submitted, closed }) => (
          <View key={at} className="series-step">
            <View className="series-bar is-filed" style={height(submitted)} />
            <View className="series-bar is-ended" style={height(closed)} />
          </View>
        ))}
      </View>
      <View className="series-ends" ariaHidden>
        <View>{first === undefined ? '' : shown(first.at)}</View>
        <View>{last === undefined ? '' : shown(last.at)}</View>
      </View>
      <View className="series-words">{words}</View>
    </View>
  );
}
