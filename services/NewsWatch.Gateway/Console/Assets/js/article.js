// From match to match.
import { onKey } from './keys.js';

const marks = [...document.querySelectorAll('.story mark[id]')];
const steps = document.querySelector('.match-steps');

if (steps && marks.length > 0) {
  const where = document.getElementById('match-at');
  let at = -1;

  const go = step => {
    marks[at]?.classList.remove('here');
    at = at < 0 ? (step > 0 ? 0 : marks.length - 1) : (at + step + marks.length) % marks.length;
    marks[at].classList.add('here');
    marks[at].scrollIntoView({ block: 'center' });
    where.textContent = `${at + 1} of ${marks.length}`;
  };

  steps.hidden = false;
  document.querySelector('.match-list').hidden = true;
  document.getElementById('match-next').addEventListener('click', () => go(1));
  document.getElementById('match-before').addEventListener('click', () => go(-1));
  onKey('n', 'Next match', () => go(1));
  onKey('p', 'The match before', () => go(-1));
}
