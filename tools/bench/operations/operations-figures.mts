import type { Figure } from '../figures.mts';
import { median, medianRatio } from '../statistics.mts';
import type { BackupMeasurements } from './measure-backup.mts';
import { type ExportMeasurements, slowdown } from './measure-export.mts';
import type { LimitsMeasurements } from './measure-limits.mts';
import type { ProcessesMeasurements } from './measure-processes.mts';

export function exportFigures(seen: ExportMeasurements | undefined): Figure[] {
  return [
    {
      what: 'export as NDJSON',
      measured: seen && median(seen.export),
      unit: 'tickets/s',
      note: `${seen?.tickets ?? '?'} tickets`,
    },
    { what: 'a bare COPY of the table', measured: seen && median(seen.copy), unit: 'tickets/s' },
    {
      what: 'export / bare COPY',
      measured: seen && medianRatio(seen.export, seen.copy),
      unit: '',
      target: { atLeast: 0.6 },
      note: 'median of alternating rounds',
    },
    { what: 'API memory that an export adds', measured: seen?.memoryGrowth, unit: 'MB', target: { atMost: 100 } },
    {
      what: 'lists while an export runs / alone: p95',
      measured: seen && slowdown(seen),
      unit: '',
      target: { atMost: 1.5 },
      note: '4 connections',
    },
  ];
}

export function limitsFigures(seen: LimitsMeasurements | undefined): Figure[] {
  return [
    {
      what: 'list of 50 with metrics and limits / without',
      measured: seen && medianRatio(seen.measured, seen.plain),
      unit: '',
      target: { atLeast: 0.95 },
      note: 'requests a second with 45 tokens, median of alternating rounds',
    },
  ];
}

export function processesFigures(seen: ProcessesMeasurements | undefined): Figure[] {
  return [
    {
      what: 'lists a second, two processes / one',
      measured: seen && medianRatio(seen.two, seen.one),
      unit: '',
      note: 'the database and the load generator have the same processors',
    },
    {
      what: 'processor time of a list, two processes / one',
      measured: seen && medianRatio(seen.costOfTwo, seen.costOfOne),
      unit: '',
      target: { atMost: 1.1 },
      note: 'of the API; 16 connections in total',
    },
  ];
}

export function backupFigures(seen: BackupMeasurements | undefined): Figure[] {
  return [
    {
      what: 'embedded: longest filing before a backup',
      measured: seen?.longestBefore,
      unit: 'ms',
      note: `${seen?.tickets ?? '?'} tickets, 4 writers`,
    },
    {
      what: 'embedded: longest filing while a backup is made and checked',
      measured: seen?.longestMeanwhile,
      unit: 'ms',
      target: { atMost: 2000 },
      note: `${seen?.filed ?? '?'} tickets filed meanwhile`,
    },
    { what: 'embedded: backup made and checked after', measured: seen?.checkedAfter, unit: 'ms' },
  ];
}
