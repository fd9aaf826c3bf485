import { calibrationStart, toCalibrationPoints } from './calibration-points';

const bin = (confidence: number, n: number, share: number | null) => ({
  from: Math.floor(confidence * 10) / 10,
  confidence,
  n,
  right: Math.round((share ?? 0.5) * n),
  share,
  interval: share === null ? null : [share - 0.1, share + 0.05],
});

it('makes a point of each tenth, larger for more cases', () => {
  const points = toCalibrationPoints([bin(0.85, 100, 0.8), bin(0.95, 400, 0.94)]);

  expect(points.map(({ said, right, radius, isLargest }) => [said, right, radius, isLargest])).toEqual([
    [0.85, 0.8, 4.5, false],
    [0.95, 0.94, 9, true],
  ]);
});

it('has no figure for too few cases, and still a dot', () => {
  expect(toCalibrationPoints([bin(0.45, 18, null), bin(0.95, 4000, 0.94)])[0]).toEqual({
    from: 0.4,
    said: 0.45,
    n: 18,
    right: undefined,
    interval: undefined,
    radius: 4,
    isLargest: false,
  });
});

it('begins its axes below everything that it shows', () => {
  expect(calibrationStart(toCalibrationPoints([bin(0.55, 40, 0.52), bin(0.95, 400, 0.94)]))).toBe(40);
  expect(calibrationStart(toCalibrationPoints([bin(0.95, 400, 0.97)]))).toBe(80);
  expect(calibrationStart(toCalibrationPoints([bin(1, 400, 1)]))).toBe(80);
  expect(calibrationStart(toCalibrationPoints([bin(0.05, 18, null)]))).toBe(0);
});
