// The days and times of these pages are in UTC. A machine in another zone shows whether a page forgets that.
process.env.TZ = 'Pacific/Auckland';

module.exports = { ...require('../../../../tools/jest/web-preset.cjs'), displayName: 'web-quality-feature' };
