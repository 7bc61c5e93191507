// Finds the feeds of a site before one is added, with their first items. Without scripts a feed is added by its own address.
const field = document.getElementById('url');
const button = document.getElementById('discover');
const found = document.getElementById('found');
const form = document.getElementById('add-feed');

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function show(feed) {
  const item = element('li', '', 'card');
  const title = element('p');
  title.append(element('strong', feed.title ?? feed.url));
  title.dir = 'auto';
  item.append(title, element('p', `${feed.url} · ${feed.items} items`, 'quiet'));
  if (feed.samples?.length) {
    const samples = element('ul');
    for (const sample of feed.samples.slice(0, 3)) {
      const line = element('li', sample.title ?? sample.url);
      line.dir = 'auto';
      samples.append(line);
    }
    item.append(samples);
  }
  const add = element('button', 'Add this feed', 'small');
  add.type = 'button';
  add.addEventListener('click', () => {
    field.value = feed.url;
    form.submit();
  });
  item.append(add);
  return item;
}

async function discover() {
  if (!field.reportValidity()) return;
  found.replaceChildren(element('p', 'Looking …', 'quiet'));
  button.disabled = true;
  try {
    const response = await fetch('/api/feeds/discover', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ url: field.value }) });
    const answer = await response.json();
    if (!response.ok) {
      found.replaceChildren(element('p', answer.detail ?? `The server answered ${response.status}.`, 'field-error'));
      return;
    }
    const feeds = [...(answer.feeds ?? []), ...(answer.sitemaps ?? [])];
    if (feeds.length === 0) {
      found.replaceChildren(element('p', 'No feed and no sitemap was found there. If you know the address of its feed, add that.', 'field-error'));
      return;
    }
    const list = element('ul', '', 'failed');
    list.append(...feeds.map(show));
    found.replaceChildren(list);
    list.querySelector('button').focus();
  } catch (e) {
    found.replaceChildren(element('p', `The search for feeds failed: ${e.message}`, 'field-error'));
  } finally {
    button.disabled = false;
  }
}

button.hidden = false;
button.addEventListener('click', discover);
