// Requests of the portal's own scripts, and what happens when the session has ended.
import { signInAgain } from './session.js';

/** The person this page was made for; content kept on this computer is only ever given back to the same person. */
export const user = document.body.dataset.user ?? '';

export function antiforgeryToken(element) {
  const field = element.closest('form')?.elements.__RequestVerificationToken
    ?? document.querySelector('input[name=__RequestVerificationToken]');
  return field?.value ?? '';
}

/** POST of form fields. When the session has ended the person signs in again in place, and the request is sent once more; `beforeSignIn` may put the content into safety first. */
export async function post(url, body, { keepalive = false, beforeSignIn } = {}) {
  const send = () => fetch(url, {
    method: 'POST',
    body,
    keepalive,
    credentials: 'same-origin',
    headers: { 'X-Requested-With': 'XMLHttpRequest', Accept: 'application/json' },
  });
  const answer = await send();
  if (answer.status !== 401 || keepalive) {
    return answer;
  }
  beforeSignIn?.();
  await signInAgain();
  return send();
}
