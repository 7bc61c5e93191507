// Says while a query is typed what it means, or where it cannot be read.
const quiet = 250;

for (const field of document.querySelectorAll('[data-query]')) {
  const said = document.getElementById(field.getAttribute('aria-describedby'));
  let timer = 0;
  let asked = null;

  const check = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const response = await fetch(`/query/check?${new URLSearchParams({ q: field.value })}`, { signal: asked.signal });
      if (!response.ok) return;
      said.innerHTML = response.status === 204 ? '' : await response.text();
      if (said.querySelector('.query-wrong')) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
    } catch (e) {
      if (e.name !== 'AbortError') said.textContent = '';
    }
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(check, quiet);
  });
  said.addEventListener('click', event => {
    const suggestion = event.target.closest('[data-suggest]');
    if (!suggestion) return;
    field.value = suggestion.dataset.suggest;
    field.focus();
    check();
  });
}
