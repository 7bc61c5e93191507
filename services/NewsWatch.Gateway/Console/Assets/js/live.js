// The live list: new alerts come in at the top, over a connection that goes on where it broke off.
import { clockTime, localise } from './time.js';
import { onKey } from './keys.js';

const mostShown = 300;
const list = document.getElementById('alerts');
const state = document.getElementById('live-state');
const words = document.getElementById('live-words');
const pauseButton = document.getElementById('pause');
const held = document.getElementById('held');
const showHeld = document.getElementById('show-held');
const announcer = document.getElementById('announce');

let cursor = list.dataset.cursor;
let paused = false;
let waiting = [];
let lostAt = null;
let unspoken = [];
let speaking = 0;

function say(status, text) {
  state.dataset.state = status;
  words.textContent = text;
}

function statusWords() {
  if (lostAt) say('away', `Connection lost at ${clockTime(lostAt)}; trying again`);
  else if (paused) say('paused', 'Paused');
  else say('on', 'Listening');
}

function insert(node) {
  document.getElementById('no-alerts')?.remove();
  list.prepend(node);
  localise(node);
  while (list.children.length > mostShown) list.lastElementChild.remove();
}

// Several at once are read out as one sentence.
function announce(item) {
  unspoken.push(item.dataset.spoken);
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    announcer.textContent = unspoken.length === 1 ? `New alert. ${unspoken[0]}` : `${unspoken.length} new alerts. The latest: ${unspoken[unspoken.length - 1]}`;
    unspoken = [];
  }, 1000);
}

function countWaiting() {
  held.hidden = waiting.length === 0;
  showHeld.textContent = waiting.length === 1 ? 'Show 1 new alert' : `Show ${waiting.length} new alerts`;
}

function take(event) {
  cursor = event.lastEventId || cursor;
  const template = document.createElement('template');
  template.innerHTML = event.data;
  const item = template.content.querySelector('.alert');
  if (!item || document.getElementById(item.id) || waiting.some(w => w.id === item.id)) return;
  item.classList.add('fresh');
  if (paused) {
    waiting.push(item);
    countWaiting();
    return;
  }
  insert(item);
  announce(item);
}

function noteAway(from, to) {
  const note = document.createElement('li');
  note.className = 'away';
  note.textContent = `The connection was away from ${clockTime(from)} to ${clockTime(to)}. What came meanwhile stands above; nothing is missing.`;
  insert(note);
  announcer.textContent = note.textContent;
}

function connect(wait = 1000) {
  const address = new URL(list.dataset.stream, location.href);
  address.searchParams.set('after', cursor);
  const source = new EventSource(address);
  source.addEventListener('open', () => {
    wait = 1000;
    if (lostAt) noteAway(lostAt, new Date());
    lostAt = null;
    statusWords();
  });
  source.addEventListener('alert', take);
  source.addEventListener('error', () => {
    lostAt ??= new Date();
    statusWords();
    // The browser goes on by itself after a broken connection, but not after a refusal, such as while the server starts.
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, wait, Math.min(wait * 2, 15000));
  });
  addEventListener('pagehide', () => source.close(), { once: true });
}

function setPaused(value) {
  paused = value;
  pauseButton.setAttribute('aria-pressed', String(paused));
  pauseButton.textContent = paused ? 'Go on' : 'Pause';
  if (!paused) {
    for (const item of waiting) insert(item);
    waiting = [];
    countWaiting();
  }
  statusWords();
}

if (list.dataset.stream) {
  state.hidden = false;
  pauseButton.hidden = false;
  pauseButton.addEventListener('click', () => setPaused(!paused));
  showHeld.addEventListener('click', () => {
    setPaused(false);
    list.querySelector('.alert-title a')?.focus();
  });
  onKey('p', 'Pause, or go on', () => setPaused(!paused));
  connect();
}
