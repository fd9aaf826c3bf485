module.exports = { ...require('../../../../tools/jest/web-preset.cjs'), displayName: 'web-quality-feature' };
