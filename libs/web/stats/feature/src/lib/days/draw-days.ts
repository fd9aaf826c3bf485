import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale); // nothing else of the library is bundled

/** What stands in the chart. Colours are CSS colours, one for each bar. */
export interface DaysDrawing {
  readonly labels: string[];
  readonly counts: number[];
  readonly colours: string[];
}

/** The bars alone: axis, tooltips and links are HTML over them, so that they are text and can be clicked like any link. */
export function drawDays(canvas: HTMLCanvasElement, drawing: DaysDrawing): Chart {
  return new Chart(canvas, {
    type: 'bar',
    data: toData(drawing),
    options: {
      animation: false,
      events: [],
      maintainAspectRatio: false,
      scales: { x: { display: false }, y: { display: false, beginAtZero: true, suggestedMax: 4 } },
    },
  });
}

/** Changes what stands in the chart, at once. */
export function redrawDays(chart: Chart, drawing: DaysDrawing): void {
  chart.data = toData(drawing);
  chart.update('none');
}

function toData({ labels, counts, colours }: DaysDrawing): Chart['data'] {
  return {
    labels,
    datasets: [
      {
        data: counts,
        backgroundColor: colours,
        borderRadius: { topLeft: 3, topRight: 3 },
        categoryPercentage: 1,
        barPercentage: 0.86,
      },
    ],
  };
}
