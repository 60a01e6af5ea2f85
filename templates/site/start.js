// Before the page is shown: the colours that the reader chose, and that there are scripts.
{
  const root = document.documentElement;
  root.dataset.js = "";
  try {
    const scheme = localStorage.getItem("rastro-scheme");
    if (scheme) root.dataset.scheme = scheme;
  } catch {
    // A reader who allows no storage gets the colours of the system.
  }
}
