/*
  Keeps a text that is not saved anywhere yet, such as an opinion, on this computer until it has been sent.

  <textarea data-keep="review:…:4">   a name that changes once the text has done its work
  A text of the same person and name comes back when the field is empty. Texts older than a month are thrown away.
*/
import { user } from './http.js';

const month = 31 * 24 * 3600 * 1000;

export function enhance(root) {
  root.querySelectorAll('textarea[data-keep]').forEach(field => {
    const key = `kept:${user}:${field.dataset.keep}`;
    if (field.value === '') {
      field.value = JSON.parse(localStorage.getItem(key) ?? '{}').text ?? '';
    }
    field.addEventListener('input', () => {
      if (field.value === '') {
        localStorage.removeItem(key);
      } else {
        localStorage.setItem(key, JSON.stringify({ text: field.value, at: Date.now() }));
      }
    });
  });
}

for (const key of Object.keys(localStorage).filter(k => k.startsWith('kept:'))) {
  if (Date.now() - JSON.parse(localStorage.getItem(key)).at > month) {
    localStorage.removeItem(key);
  }
}
