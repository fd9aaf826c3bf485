import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale); // only these parts of the library are bundled

/** The bars of the chart, each with a CSS colour. */
export interface DaysDrawing {
  readonly labels: string[];
  readonly counts: number[];
  readonly colours: string[];
}

/** Draws only the bars. The axis, the tooltips and the links are HTML, so that they are real text and real links. */
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

/** Replaces the bars, without an animation. */
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
