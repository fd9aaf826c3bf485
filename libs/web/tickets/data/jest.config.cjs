module.exports = { ...require('../../../../jest.web.preset.cjs'), displayName: 'web-tickets-data' };
