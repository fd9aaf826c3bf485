// Runs first. A separate file, because the Content Security Policy forbids inline scripts.

// Applies the chosen theme before the first paint.
try {
  const theme = localStorage.getItem('docket.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Without storage, the theme of the system applies.
}

// Preloads the API's responses while the scripts load. The browser reuses a response for a request with the same URL.
{
  const { pathname, search } = location;
  const isList = /^\/(tickets(\/[1-9]\d*)?)?$/.test(pathname) && search === '';
  const ticket = /^\/tickets\/[1-9]\d*$/.test(pathname) && pathname;
  const timeline = ticket && `${ticket}/timeline`;
  for (const path of [
    isList && '/tickets',
    ticket,
    timeline,
    pathname === '/dashboard' && '/tickets/stats',
    '/session',
  ]) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'fetch', href: `/api${path}`, crossOrigin: 'anonymous' });
    if (path) document.head.append(link);
  }
}
