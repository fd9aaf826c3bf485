// Runs before the first paint, so that a chosen theme never flashes. A file of its own: the page allows no inline script.
try {
  var theme = localStorage.getItem('docket.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused: the system's theme it is.
}
