// Times in the page are UTC, so that they are right without scripts; here they become the reader's own.
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });

export function clockTime(time) {
  return clock.format(time);
}

function short(time, now) {
  if (time.toDateString() === now.toDateString()) return clock.format(time);
  return time.getFullYear() === now.getFullYear() ? `${day.format(time)}, ${clock.format(time)}` : dayOfYear.format(time);
}

function ago(time, now) {
  const seconds = Math.round((now - time) / 1000);
  const size = Math.abs(seconds);
  const [count, unit] = size < 60 ? [size, 'second'] : size < 3600 ? [Math.round(size / 60), 'minute'] : size < 86400 ? [Math.round(size / 3600), 'hour'] : [Math.round(size / 86400), 'day'];
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return seconds >= 0 ? `${words} ago` : `in ${words}`;
}

export function localise(root) {
  const now = new Date();
  for (const element of root.querySelectorAll('time[data-form]')) {
    const time = new Date(element.dateTime);
    element.title = full.format(time);
    element.textContent = element.dataset.form === 'exact' ? exact.format(time) : element.dataset.form === 'ago' ? ago(time, now) : short(time, now);
  }
}
