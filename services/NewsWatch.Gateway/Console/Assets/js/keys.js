// One key each, where nobody is typing: j and k through a list, / to the search, ? for help. Pages may add their own.
const actions = new Map();
const help = [];

export function onKey(key, words, action) {
  actions.set(key, action);
  help.push([key, words]);
}

function isTyping(target) {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function items() {
  return [...document.querySelectorAll('.alerts > .alert .alert-title a, .results > li .result-title a, [data-row] > td:first-child a')].filter(a => a.offsetParent !== null);
}

function move(step) {
  const links = items();
  if (links.length === 0) return;
  const at = links.findIndex(a => (a.closest('li, tr') ?? a).contains(document.activeElement));
  const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step))];
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

function showHelp() {
  let dialog = document.getElementById('keys');
  if (!dialog) {
    dialog = document.createElement('dialog');
    dialog.id = 'keys';
    dialog.setAttribute('aria-labelledby', 'keys-title');
    const title = document.createElement('h2');
    title.id = 'keys-title';
    title.textContent = 'Keys';
    const list = document.createElement('dl');
    list.className = 'keys';
    for (const [key, words] of help) {
      const dt = document.createElement('dt');
      const kbd = document.createElement('kbd');
      kbd.textContent = key;
      dt.append(kbd);
      const dd = document.createElement('dd');
      dd.textContent = words;
      list.append(dt, dd);
    }
    const form = document.createElement('form');
    form.method = 'dialog';
    const close = document.createElement('button');
    close.textContent = 'Close';
    form.append(close);
    dialog.append(title, list, form);
    document.body.append(dialog);
  }
  dialog.showModal();
}

export function listenForKeys() {
  onKey('j', 'Next in the list', () => move(1));
  onKey('k', 'The one before', () => move(-1));
  help.push(['Enter', 'Open it']);
  onKey('/', 'Search, or filter this list', () => {
    const field = document.querySelector('[data-focus-key="/"]') ?? document.querySelector('input[type="search"]');
    field?.focus();
    field?.select?.();
  });
  onKey('?', 'These keys', showHelp);
  for (const hint of document.querySelectorAll('.keys-hint')) hint.hidden = false;
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const action = actions.get(event.key);
    if (!action) return;
    event.preventDefault();
    action();
  });
}
