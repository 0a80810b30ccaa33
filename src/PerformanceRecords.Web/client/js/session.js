// The session ended while someone was working: a dialog in place, then the work goes on.
// The dialog's content comes from /account/session-ended as HTML with a form; its POST answers {ok, user} or {error}.

let open = null;

/** Resolves once the same person has signed in again; someone else goes to their own home page instead. */
export function signInAgain() {
  open ??= show().finally(() => { open = null; });
  return open;
}

async function show() {
  const dialog = document.createElement('dialog');
  dialog.className = 'modal-x';
  dialog.setAttribute('aria-labelledby', 'session-ended');
  const answer = await fetch('/account/session-ended', { credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error('offline');
  }
  dialog.innerHTML = await answer.text();
  document.body.append(dialog);
  const before = document.activeElement;
  dialog.addEventListener('cancel', event => event.preventDefault());
  dialog.showModal();
  dialog.querySelector('input:not([type=hidden])')?.focus();

  return new Promise(resolve => {
    dialog.querySelector('form').addEventListener('submit', async event => {
      event.preventDefault();
      const form = event.target;
      const error = form.querySelector('[data-error]');
      const button = form.querySelector('button[type=submit]');
      button.disabled = true;
      const result = await signIn(form);
      button.disabled = false;
      if (!result.ok) {
        error.textContent = result.error;
        error.hidden = false;
        form.querySelector('input[type=password]').select();
        return;
      }
      if (result.user !== (document.body.dataset.user ?? '')) {
        location.assign('/');
        return;
      }
      dialog.close();
      dialog.remove();
      before?.focus?.();
      resolve();
    });
  });
}

async function signIn(form) {
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      credentials: 'same-origin',
      headers: { 'X-Requested-With': 'XMLHttpRequest', Accept: 'application/json' },
    });
    return await answer.json();
  } catch {
    return { ok: false, error: '没有连上服务器，请检查网络后再试。' };
  }
}
