module.exports = { ...require('../../../../jest.web.preset.cjs'), displayName: 'web-stats-feature' };
