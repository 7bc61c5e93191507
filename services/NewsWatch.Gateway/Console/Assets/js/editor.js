// The editors of watches and fragments: what the query means, finds and does to the examples, while one types.
import { localise } from './time.js';

const quiet = 350;
const form = document.querySelector('[data-editor]');
const button = form.querySelector('[data-preview]');
const preview = document.getElementById('preview');
const spoken = document.getElementById('preview-spoken');
const query = document.getElementById('query');
let timer = 0;
let asked = null;

async function show() {
  if (query.value.trim() === '') return;
  asked?.abort();
  asked = new AbortController();
  preview.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(button.formAction, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { 'X-Part': 'preview' }, signal: asked.signal });
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    preview.innerHTML = await response.text();
    localise(preview);
    const said = preview.querySelector('[data-spoken]')?.dataset.spoken ?? '';
    if (spoken.textContent !== said) spoken.textContent = said;
    if (preview.querySelector('.query-wrong')) query.setAttribute('aria-invalid', 'true');
    else query.removeAttribute('aria-invalid');
  } catch (e) {
    if (e.name === 'AbortError') return;
    preview.textContent = `The preview cannot be had: ${e.message} It comes back by itself when you go on typing.`;
  }
  preview.removeAttribute('aria-busy');
}

form.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(show, quiet);
});
preview.addEventListener('click', event => {
  const suggestion = event.target.closest('[data-suggest]');
  if (!suggestion) return;
  query.value = suggestion.dataset.suggest;
  query.focus();
  show();
});
for (const group of form.querySelectorAll('[data-group]')) {
  const add = group.querySelector('[data-add]');
  add.hidden = false;
  add.addEventListener('click', () => {
    const fields = group.querySelectorAll('textarea');
    const field = fields[fields.length - 1].cloneNode();
    field.value = '';
    field.setAttribute('aria-label', `${group.querySelector('legend').textContent} ${fields.length + 1}`);
    add.before(field);
    field.focus();
  });
}
button.hidden = true;
