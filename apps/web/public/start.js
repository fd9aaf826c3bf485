// Runs before everything else. A file of its own: the page allows no inline script.

// A chosen theme never flashes.
try {
  const theme = localStorage.getItem('docket.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused: the system's theme it is.
}

// What the page will ask the API for is on its way while the scripts are. The browser hands it to who asks in the same words.
{
  const { pathname, search } = location;
  const isList = /^\/(tickets(\/[1-9]\d*)?)?$/.test(pathname) && search === '';
  const ticket = /^\/tickets\/[1-9]\d*$/.test(pathname) && pathname;
  for (const path of [isList && '/tickets', ticket, pathname === '/dashboard' && '/tickets/stats']) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'fetch', href: `/api${path}`, crossOrigin: 'anonymous' });
    if (path) document.head.append(link);
  }
}
